import type { ReactiveControllerHost } from 'lit';
import { StoreController } from '../../base/store-controller.js';
import type { QunError, RoomState } from '../../protocol/index.js';
import type { Connection, Room } from '../../stores/room.js';

/** Everything of a room that its frame shows. Renders the host whenever one of it changes. */
export class RoomWatch {
  readonly #state: StoreController<RoomState | undefined>;
  readonly #connection: StoreController<Connection>;
  readonly #online: StoreController<number>;
  readonly #fault: StoreController<QunError | undefined>;
  /** What is kept for the viewer floats, whatever has become of the sale. */
  readonly #holds: StoreController<unknown>;

  constructor(host: ReactiveControllerHost) {
    this.#state = new StoreController(host);
    this.#connection = new StoreController(host);
    this.#online = new StoreController(host);
    this.#fault = new StoreController(host);
    this.#holds = new StoreController(host);
  }

  follow(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
    this.#connection.follow(room?.$connection);
    this.#online.follow(room?.$online);
    this.#fault.follow(room?.$fault);
    this.#holds.follow(room?.$holds);
  }

  get state(): RoomState | undefined {
    return this.#state.value;
  }

  get connection(): Connection | undefined {
    return this.#connection.value;
  }

  get online(): number {
    return this.#online.value ?? 0;
  }

  get fault(): QunError | undefined {
    return this.#fault.value;
  }
}
