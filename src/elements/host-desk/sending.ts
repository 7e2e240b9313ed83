import type { RoomState } from '../../protocol/index.js';

interface Wish {
  /** True once the room's state shows what was wished. */
  shown(state: RoomState): boolean;
  answered: boolean;
}

/**
 * What the host has asked for and the room has not shown yet. A button says "sending" until the state itself has
 * changed: an answer alone may run ahead of the feed.
 */
export class Sending {
  readonly #wishes = new Map<string, Wish>();

  has(key: string): boolean {
    return this.#wishes.has(key);
  }

  begin(key: string, shown: (state: RoomState) => boolean): void {
    this.#wishes.set(key, { shown, answered: false });
  }

  /** `changes`: whether the server had to change anything. */
  answered(key: string, changes: boolean, state: RoomState | undefined): void {
    const wish = this.#wishes.get(key);
    if (!wish) return;
    wish.answered = true;
    if (!changes) this.#wishes.delete(key);
    else this.settle(state);
  }

  failed(key: string): void {
    this.#wishes.delete(key);
  }

  /** Forgets what `state` shows. */
  settle(state: RoomState | undefined): void {
    if (!state) return;
    for (const [key, wish] of this.#wishes) if (wish.answered && wish.shown(state)) this.#wishes.delete(key);
  }

  clear(): void {
    this.#wishes.clear();
  }
}
