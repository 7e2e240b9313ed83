import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { QunErrorEvent } from '../events/qun-error-event.js';
import { QunError } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import type { Token } from '../transport/sse-transport.js';
import { isRoomProvider, PROVIDER_READY, RoomRequestEvent } from './room-context.js';
import { openRoom, type RoomHandle } from './room-registry.js';

type Host = ReactiveControllerHost &
  HTMLElement & {
    /** URL of a room, or the id of a provider. */
    room?: string | undefined;
    /** Who this viewer is, where `room` is a URL. */
    token?: Token | undefined;
    readonly hasUpdated?: boolean;
  };

/** An id never holds a slash, a URL always does. */
const looksLikeUrl = (name: string) => name.includes('/');

/**
 * Finds the room of an element: one it was brought, or by its `room` attribute (the URL of a room server's room, or the
 * id of a `qun-room` on this page), else by standing inside a provider. `onRoom` runs whenever it changes, with
 * undefined for none. Searches at the host's first update, when all that the page has set is known, and at every later one.
 */
export class RoomController implements ReactiveController {
  readonly #host: Host;
  readonly #onRoom: ((room: Room | undefined) => void) | undefined;
  #room: Room | undefined;
  #brought: Room | undefined;
  #found: { name: string | undefined; token: Token | undefined; brought: Room | undefined } | undefined;
  #handle: RoomHandle | undefined;
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

  /** The host opened the room itself, rather than being handed it by a provider. */
  get own(): boolean {
    return this.#brought !== undefined || looksLikeUrl(this.#host.room ?? '');
  }

  /** Uses `room`, whatever the host's attribute says; undefined: searches again. Takes effect at the host's update. */
  bring(room: Room | undefined): void {
    this.#brought = room;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener(PROVIDER_READY, this.#onProvider);
    // Moved: at once, so that the room it had is not closed in between.
    if (this.#host.hasUpdated) this.hostUpdate();
    else this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const { room: name, token } = this.#host;
    const before = this.#found;
    if (before && before.name === name && before.brought === this.#brought) {
      if (before.token === token) return;
      if (this.#handle?.sign(token)) {
        before.token = token;
        return;
      }
    }
    this.#found = { name, token, brought: this.#brought };
    this.#find();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#found = undefined;
    document.removeEventListener(PROVIDER_READY, this.#onProvider);
    this.#letGo();
    this.#set(undefined);
  }

  #find(): void {
    const letGo = this.#release;
    this.#release = this.#handle = undefined;
    const { name, token, brought } = this.#found!;
    if (brought) this.#hold(brought, brought.retain());
    else if (name && looksLikeUrl(name)) this.#byUrl(name, token);
    else if (name) this.#byId(name);
    else this.#byPlace();
    // Last, so that what old and new have in common is not closed and opened again.
    letGo?.();
  }

  #hold(room: Room, release: () => void): void {
    this.#release = release;
    this.#set(room);
  }

  #byUrl(name: string, token: Token | undefined): void {
    let url: URL | undefined;
    try {
      url = new URL(name, document.baseURI);
    } catch {
      url = undefined; // reported below, together with schemes that lead nowhere
    }
    if (!url || !/^https?:$/.test(url.protocol)) {
      this.#set(undefined);
      const detail = `room="${name}" is neither an http(s) URL nor the id of a qun-room`;
      this.#host.dispatchEvent(new QunErrorEvent(new QunError('bad-config', { detail, path: 'room' })));
      return;
    }
    url.hash = '';
    url.pathname = url.pathname.replace(/\/+$/, '');
    const handle = openRoom(url.href, { token, consent: this.#host });
    this.#handle = handle;
    this.#hold(handle.room, handle.release);
  }

  #byId(id: string): void {
    const root = this.#host.getRootNode() as Partial<ShadowRoot>;
    const provider = root.getElementById?.(id) ?? document.getElementById(id);
    if (provider !== this.#host && isRoomProvider(provider))
      this.#subscribe(provider.subscribeRoom.bind(provider));
    else this.#set(undefined);
  }

  #byPlace(): void {
    this.#subscribe(callback => {
      const request = new RoomRequestEvent(callback);
      this.#host.dispatchEvent(request);
      if (!request.release) callback(undefined);
      return request.release;
    });
  }

  #subscribe(subscribe: (callback: (room: Room | undefined) => void) => (() => void) | undefined): void {
    const found = this.#found;
    // A callback of its own for each search: only the newest may say anything.
    this.#release = subscribe(room => {
      if (this.#found === found) this.#set(room);
    });
  }

  /** A provider was upgraded, inserted or exchanged: it may be the one that is meant. */
  readonly #onProvider = (event: Event): void => {
    if (!this.#found || this.own || event.composedPath()[0] === this.#host) return;
    this.#found = { ...this.#found };
    this.#find();
  };

  #letGo(): void {
    this.#release?.();
    this.#release = this.#handle = undefined;
  }

  readonly #set = (room: Room | undefined): void => {
    if (room === this.#room) return;
    this.#room = room;
    this.#onRoom?.(room);
    this.#host.requestUpdate();
  };
}
