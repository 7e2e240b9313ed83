import type { ReactiveControllerHost } from 'lit';
import { readAround, type Around, type RoomState } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import { StoreController } from './store-controller.js';

/** Follows what stands around a room's show, and reads it once for each change of it. */
export class AroundController {
  readonly #state: StoreController<RoomState | undefined>;
  #raw: unknown = this;
  #read: Around | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#state = new StoreController(host);
  }

  follow(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
  }

  /** Of the room; undefined: there is none, or it has not told yet. */
  get state(): RoomState | undefined {
    return this.#state.value;
  }

  get value(): Around {
    const raw = this.state?.around;
    if (!this.#read || raw !== this.#raw) this.#read = readAround(raw);
    this.#raw = raw;
    return this.#read;
  }
}
