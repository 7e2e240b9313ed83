import type { Room } from '../stores/room.js';

/** What a provider hands over; called again when it changes. */
export type RoomCallback = (room: Room | undefined) => void;

/**
 * Asks whoever stands above for the room: `qun-room`, `qun-live-room`, or an element of the page that answers by
 * calling `subscribe`. Bubbles and crosses shadow roots; the first provider stops it.
 */
export class RoomRequestEvent extends Event {
  readonly callback: RoomCallback;
  /** Set by the provider: how to stop hearing of changes. */
  release: (() => void) | undefined;

  constructor(callback: RoomCallback) {
    super('qun-room-request', { bubbles: true, composed: true });
    this.callback = callback;
  }
}

/** Announces that a provider has come to life, for elements that asked before it was there. */
export const PROVIDER_READY = 'qun-room-provider';

/** Anything that holds a room for others. */
export interface RoomProvider extends HTMLElement {
  readonly roomStore: Room | undefined;
}

/** The half of a provider that answers requests. Returns how to stop. */
export class RoomProviding {
  readonly #callbacks = new Set<RoomCallback>();
  #room: Room | undefined;

  get room(): Room | undefined {
    return this.#room;
  }

  set room(room: Room | undefined) {
    if (room === this.#room) return;
    this.#room = room;
    for (const callback of [...this.#callbacks]) callback(room);
  }

  /** Starts answering requests that come from below `element`. */
  attach(element: HTMLElement): () => void {
    const answer = (event: Event) => {
      if (!('callback' in event) || event.composedPath()[0] === element) return;
      const request = event as RoomRequestEvent;
      event.stopPropagation();
      this.subscribe(request.callback);
      request.release = () => this.#callbacks.delete(request.callback);
    };
    element.addEventListener('qun-room-request', answer);
    element.dispatchEvent(new Event(PROVIDER_READY, { bubbles: true, composed: true }));
    return () => element.removeEventListener('qun-room-request', answer);
  }

  /** Hears the room now and at every change. */
  subscribe(callback: RoomCallback): () => void {
    this.#callbacks.add(callback);
    callback(this.#room);
    return () => this.#callbacks.delete(callback);
  }
}
