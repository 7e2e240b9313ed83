import type { FiguresSource } from '../../base/figures-source.js';
import { QunError, type Code } from '../../protocol/index.js';
import { createRoom } from '../../stores/create-room.js';
import type { Room } from '../../stores/room.js';
import { SseTransport } from '../../transport/sse-transport.js';
import type { RoomTransport } from '../../transport/room-transport.js';

/** `out`: no token. `refused`: see `code`; `not-allowed` where the token is a viewer's. */
export type SessionStatus = 'out' | 'joining' | 'in' | 'refused';

/** A way to the room that may also tell what staff alone know: the answer to `GET …/moderation`, and figures. */
export interface StaffTransport extends RoomTransport {
  moderation?(): Promise<unknown>;
  /** What came of the room: the answers to `GET …/report` and its files. */
  readonly figures?: FiguresSource;
}

/** A way of the page's own to the room, or how to make one for a token. */
export type HostTransport = StaffTransport | ((token: string) => StaffTransport);

/** One host's stay in one room. The room is made for this token alone, so that no viewer of the page shares it. */
export class HostSession {
  readonly room: Room;
  readonly transport: StaffTransport;
  /** Where the room's server is, and what lets its host in; where the way there is ours. */
  readonly url: string | undefined;
  readonly token: string;
  readonly #changed: () => void;
  #status: SessionStatus = 'joining';
  #code: Code | undefined;
  #offs: (() => void)[];

  constructor(url: string | undefined, token: string, own: HostTransport | undefined, changed: () => void) {
    this.url = own ? undefined : url;
    this.token = token;
    this.#changed = changed;
    this.transport = wayTo(url, token, own);
    this.room = createRoom({ transport: this.transport, ...(this.url !== undefined && { id: this.url }) });
    this.#offs = [
      this.room.$viewer.subscribe(viewer => {
        if (viewer) this.#set(viewer.role === 'viewer' ? 'not-allowed' : undefined);
      }),
      this.room.$fault.listen(fault => {
        if (fault && this.#status === 'joining' && !fault.temporary) this.#set(fault.code);
      }),
    ];
  }

  get status(): SessionStatus {
    return this.#status;
  }

  get code(): Code | undefined {
    return this.#code;
  }

  /** There is a report of this room to look at. */
  get tells(): boolean {
    return this.url !== undefined || this.transport.figures !== undefined;
  }

  end(): void {
    for (const off of this.#offs) off();
    this.#offs = [];
  }

  #set(refusal: Code | undefined): void {
    this.#code = refusal;
    this.#status = refusal ? 'refused' : 'in';
    this.#changed();
  }
}

function wayTo(url: string | undefined, token: string, own: HostTransport | undefined): StaffTransport {
  if (typeof own === 'function') return own(token);
  if (own) return own;
  if (!url) throw new QunError('no-room', { path: 'room' });
  return new SseTransport({ url, token });
}
