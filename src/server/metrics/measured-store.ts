import { QunError } from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';

export interface StoreWatch {
  took(operation: string, seconds: number): void;
  failed(operation: string, code: string): void;
  claimed(result: string): void;
  commented(standing: string): void;
  /** Pieces of a flash sale were asked for. */
  reserved(result: string): void;
  /** A code was used, an order heard of, or what it says of pieces that were kept. */
  traded(what: 'redeem' | 'order' | 'reservation', result: string): void;
  /** A room was passed on, or somebody came by a link. */
  passedOn(what: 'visit' | 'again' | 'intent' | 'erasure'): void;
}

/** What is known of an answer: enough to tell a claim and a comment from a repetition of one. */
interface Given {
  result?: string;
  replayed?: boolean;
  answer?: { result?: string };
}

/** `store` itself, with every call timed. Calls keep their `this`, so an adapter may have private members. */
export function measuredStore(store: RoomStore, watch: StoreWatch): RoomStore {
  const timed = new Map<PropertyKey, unknown>();
  const counts: Record<string, ((given: Given, asked: unknown[]) => void) | undefined> = {
    claim: ({ replayed, answer }) => watch.claimed(replayed ? 'repeated' : (answer?.result ?? 'unknown')),
    enter: ({ replayed, answer }) => watch.claimed(replayed ? 'repeated' : (answer?.result ?? 'unknown')),
    reserve: ({ replayed, answer }) => watch.reserved(replayed ? 'repeated' : (answer?.result ?? 'unknown')),
    settle: ({ result = 'unknown' }) => watch.traded('reservation', result),
    settleAll: all => {
      for (const { result = 'unknown' } of all as unknown as Given[]) watch.traded('reservation', result);
    },
    redeem: ({ result = 'unknown' }) => watch.traded('redeem', result),
    order: ({ result = 'unknown' }) => watch.traded('order', result),
    visit: kept => watch.passedOn((kept as unknown) === true ? 'visit' : 'again'),
    intend: () => watch.passedOn('intent'),
    erase: () => watch.passedOn('erasure'),
    comment: ({ replayed }, [, how]) => {
      if (!replayed) watch.commented((how as { standing?: string } | undefined)?.standing ?? 'shown');
    },
  };
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      const known = timed.get(name);
      if (known) return known;
      const call = (...asked: unknown[]): unknown => {
        const begun = performance.now();
        // Looked up now: somebody may have put another in its place since.
        const now = Reflect.get(target, name, target) as typeof value;
        const result: unknown = Reflect.apply(now, target, asked);
        if (!(result instanceof Promise)) return result;
        return result.then(
          (given: Given) => {
            watch.took(name, (performance.now() - begun) / 1000);
            counts[name]?.(given, asked);
            return given;
          },
          (error: unknown) => {
            watch.took(name, (performance.now() - begun) / 1000);
            watch.failed(name, error instanceof QunError ? error.code : 'internal');
            throw error;
          },
        );
      };
      timed.set(name, call);
      return call;
    },
  });
}
