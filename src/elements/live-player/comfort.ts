import type { ComfortView } from './comfort-view.js';
import { WakeLock } from './session/wake-lock.js';

/** All that a picture needs beside playing: made when it has played, ended by `stop()`. */
export class Comfort {
  readonly #view: ComfortView;
  readonly #wakeLock = new WakeLock();

  constructor(view: ComfortView) {
    this.#view = view;
  }

  /** To be called after every rendering of the player. */
  update(): void {
    this.#wakeLock.wanted = this.#view.state === 'playing';
  }

  /** The player has left the page, or has nothing to play any more. Leaves nothing. */
  stop(): void {
    this.#wakeLock.wanted = false;
  }
}
