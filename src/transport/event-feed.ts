import { parseHello, parseSnapshot, parseTick, QunError, type Hello } from '../protocol/index.js';
import type { FeedListener } from './room-transport.js';

/** As much of EventSource as is used; pages wrap and replace it. */
export interface EventSourceLike {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}
export type EventSourceConstructor = new (url: string) => EventSourceLike;

export interface EventFeedEvents {
  /** Something has arrived, whatever it was. */
  heard(): void;
  hello(hello: Hello): void;
  lost(error: QunError): void;
}

/**
 * One EventSource, from opening to its first error: it is closed then, since its own way of coming back knows neither
 * our position nor our patience. What is not of the protocol is refused, and the rest goes on. Returns how to close it.
 */
export function openEventFeed(
  Source: EventSourceConstructor,
  url: string,
  listener: FeedListener,
  events: EventFeedEvents,
): () => void {
  let source: EventSourceLike | undefined;
  let open = true;
  const close = () => {
    open = false;
    source?.close();
    source = undefined;
  };
  const lose = (cause?: unknown) => {
    if (!open) return;
    close();
    events.lost(new QunError('network', { detail: 'the feed was lost', cause }));
  };
  const take = <T>(type: string, parse: (value: unknown) => T, give: (value: T) => void) =>
    source?.addEventListener(type, event => {
      if (!open) return;
      events.heard();
      let value: T;
      try {
        value = parse(JSON.parse(String((event as MessageEvent).data)));
      } catch (error) {
        listener.refused(QunError.from(error, 'malformed'));
        return;
      }
      give(value);
    });
  try {
    source = new Source(url);
  } catch (cause) {
    // Later, as an EventSource would: who opens does not expect to be told before it has opened.
    queueMicrotask(() => lose(cause));
    return close;
  }
  take('hello', parseHello, hello => events.hello(hello));
  take('snapshot', parseSnapshot, snapshot => listener.snapshot(snapshot));
  // Read by who folds it: the schemas of all that can happen come with that.
  take(
    'control',
    (event: unknown) => event,
    event => listener.control(event),
  );
  take('tick', parseTick, tick => listener.tick(tick));
  source.addEventListener('error', () => lose());
  return close;
}
