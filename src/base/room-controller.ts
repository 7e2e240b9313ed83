import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Room } from '../stores/room.js';
import { PROVIDER_READY, RoomRequestEvent, type RoomProvider } from './room-context.js';
import { openRoom } from './room-registry.js';

type Host = ReactiveControllerHost & HTMLElement & { room?: string | undefined };

const looksLikeUrl = (name: string) => /^(https?:)?\/|^\.{1,2}\//.test(name);

/**
 * Finds the room of an element: by its `room` attribute (the URL of a room server's room, or the id of a `qun-room`
 * on this page), else by standing inside a provider. `onRoom` runs whenever it changes, with undefined for none.
 */
export class RoomController implements ReactiveController {
  readonly #host: Host;
  readonly #onRoom: ((room: Room | undefined) => void) | undefined;
  #room: Room | undefined;
  #name: string | undefined;
  #release: (() => void) | undefined;
  #connected = false;

  constructor(host: Host, onRoom?: (room: Room | undefined) => void) {
    this.#host = host;
    this.#onRoom = onRoom;
    host.addController(this);
  }

  get room(): Room | undefined {
    return this.#room;
  }

  hostConnected(): void {
    this.#connected = true;
    this.#find();
  }

  hostUpdate(): void {
    if (this.#connected && this.#host.room !== this.#name) this.#find();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#letGo();
    this.#set(undefined);
  }

  readonly #find = (): void => {
    this.#letGo();
    const name = (this.#name = this.#host.room);
    if (name && looksLikeUrl(name)) {
      const handle = openRoom(new URL(name, document.baseURI).href);
      this.#release = handle.release;
      this.#set(handle.room);
    } else if (name) this.#byId(name);
    else this.#byPlace();
  };

  #byId(id: string): void {
    const provider = document.getElementById(id) as Partial<RoomProvider> | null;
    if (provider && 'subscribeRoom' in provider) {
      this.#release = (
        provider as { subscribeRoom(cb: (room: Room | undefined) => void): () => void }
      ).subscribeRoom(this.#set);
    } else this.#await();
  }

  #byPlace(): void {
    const request = new RoomRequestEvent(this.#set);
    this.#host.dispatchEvent(request);
    if (request.release) this.#release = request.release;
    else this.#await();
  }

  /** Nobody answered: the provider may be upgraded or inserted later. */
  #await(): void {
    this.#set(undefined);
    document.addEventListener(PROVIDER_READY, this.#find);
    this.#release = () => document.removeEventListener(PROVIDER_READY, this.#find);
  }

  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  readonly #set = (room: Room | undefined): void => {
    if (room === this.#room) return;
    this.#room = room;
    this.#onRoom?.(room);
    this.#host.requestUpdate();
  };
}
