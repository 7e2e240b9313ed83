import type { Room } from '../../stores/room.js';

/** A room changes many times a second at worst; a card in WeChat need not, ms. */
const REST_MS = 400;

/** Calls `changed` after the room has changed in a way that what is passed on may depend on. */
export class CardKeeper {
  readonly #changed: () => void;
  #room: Room | undefined;
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  follow(room: Room | undefined): void {
    if (room === this.#room) return;
    this.leave();
    this.#room = room;
    if (room) this.#stops = [room.$state.listen(this.#soon), room.$own.listen(this.#soon)];
  }

  leave(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#room = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #soon = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changed();
    }, REST_MS);
  };
}
