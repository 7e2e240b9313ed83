import type { Room } from '../stores/room.js';

/** What a provider hands over; called again when it changes. */
export type RoomCallback = (room: Room | undefined) => void;

/**
 * Asks whoever stands above for the room: `qun-room`, `qun-live-room`, or an element of the page that calls `callback`
 * (and again at every change) and sets `release`. Bubbles and crosses shadow roots; the first provider stops it.
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

/** Anything that holds a room for others: what `room="id"` may name. */
export interface RoomProvider extends HTMLElement {
  readonly roomStore: Room | undefined;
  /** Hears the room now and at every change; returns how to stop. */
  subscribeRoom(callback: RoomCallback): () => void;
}

export function isRoomProvider(element: Element | null): element is RoomProvider {
  return element !== null && typeof (element as Partial<RoomProvider>).subscribeRoom === 'function';
}
