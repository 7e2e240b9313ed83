import { PROVIDER_READY, type RoomCallback, type RoomRequestEvent } from './room-context.js';
import type { Room } from '../stores/room.js';

/** The half of a provider that answers requests. */
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

  /** Starts answering requests that come from below `element`. Returns how to stop. */
  attach(element: HTMLElement): () => void {
    const answer = (event: Event) => {
      // A provider's own request is for whoever stands above it.
      if (!('callback' in event) || event.composedPath()[0] === element) return;
      event.stopPropagation();
      const request = event as RoomRequestEvent;
      request.release = this.subscribe(request.callback);
    };
    element.addEventListener('qun-room-request', answer);
    element.dispatchEvent(new Event(PROVIDER_READY, { bubbles: true, composed: true }));
    return () => element.removeEventListener('qun-room-request', answer);
  }

  /** Hears the room now and at every change. Returns how to stop. */
  subscribe(callback: RoomCallback): () => void {
    this.#callbacks.add(callback);
    callback(this.#room);
    return () => void this.#callbacks.delete(callback);
  }
}
