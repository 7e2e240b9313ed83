import type { ComfortView } from './comfort-view.js';
import { miniPlayer } from './mini/mini-part.js';
import type { MiniPlayer } from './mini/mini-player.js';
import { SystemSession } from './session/media-session.js';
import { WakeLock } from './session/wake-lock.js';
import { statsPanel } from './stats/stats-part.js';
import type { StatsPanel } from './stats/stats-panel.js';

/** All that a picture needs beside playing: made when it has played, and again at work whenever it is told of an update. */
export class Comfort {
  readonly #view: ComfortView;
  readonly #wakeLock = new WakeLock();
  readonly #session: SystemSession;
  #mini: MiniPlayer | undefined;
  #stats: StatsPanel | undefined;
  #stopped = false;

  constructor(view: ComfortView) {
    this.#view = view;
    this.#session = new SystemSession(view);
  }

  /** The picture is in a corner of the screen, and what is tapped there is no tap on the player. */
  get mini(): boolean {
    return this.#mini?.out === true;
  }

  /** Its figures lie over the picture. */
  get statistics(): boolean {
    return this.#stats?.opened === true;
  }

  /** To be called after every rendering of the player. */
  update(): void {
    if (!this.#view.host.isConnected) return;
    this.#wakeLock.wanted = this.#view.state === 'playing';
    this.#session.update();
    this.#stopped = false;
    if (this.#mini) this.#mini.update();
    else if (this.#view.mini) void this.#bringMini();
    this.#stats?.update();
  }

  /** Shows figures of the stream over the picture. Resolves when they are there. */
  async openStats(): Promise<void> {
    const Panel = await statsPanel.come();
    if (this.#stopped || !this.#view.host.isConnected) return;
    this.#stats ??= new Panel(this.#view);
    this.#stats.open();
  }

  async #bringMini(): Promise<void> {
    const Mini = await miniPlayer.come();
    if (this.#stopped || this.#mini) return;
    this.#mini = new Mini(this.#view);
    this.#view.host.requestUpdate();
  }

  /** The player has left the page, or has nothing to play any more. Leaves nothing. */
  stop(): void {
    this.#wakeLock.wanted = false;
    this.#session.stop();
    this.#mini?.stop();
    this.#stats?.close();
    this.#stopped = true;
  }
}
