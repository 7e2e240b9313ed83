import { QunError, type Code } from '../../protocol/index.js';
import { createRoom } from '../../stores/create-room.js';
import type { Room } from '../../stores/room.js';
import { SseTransport } from '../../transport/sse-transport.js';
import type { RoomTransport } from '../../transport/room-transport.js';

/** `out`: no token. `refused`: see `code`; `not-allowed` where the token is a viewer's. */
export type SessionStatus = 'out' | 'joining' | 'in' | 'refused';

/** A way of the page's own to the room, or how to make one for a token. */
export type HostTransport = RoomTransport | ((token: string) => RoomTransport);

/** One host's stay in one room. The room is made for this token alone, so that no viewer of the page shares it. */
export class HostSession {
  readonly room: Room;
  readonly #changed: () => void;
  #status: SessionStatus = 'joining';
  #code: Code | undefined;
  #offs: (() => void)[];

  constructor(transport: RoomTransport, changed: () => void) {
    this.#changed = changed;
    this.room = createRoom({ transport });
    this.#offs = [
      this.room.$viewer.subscribe(viewer => {
        if (viewer) this.#set(viewer.role === 'viewer' ? 'not-allowed' : undefined);
      }),
      this.room.$fault.listen(fault => {
        if (fault && this.#status === 'joining' && !fault.temporary) this.#set(fault.code);
      }),
    ];
  }

  static transport(url: string | undefined, token: string, own: HostTransport | undefined): RoomTransport {
    if (typeof own === 'function') return own(token);
    if (own) return own;
    if (!url) throw new QunError('no-room', { path: 'room' });
    return new SseTransport({ url, token });
  }

  get status(): SessionStatus {
    return this.#status;
  }

  get code(): Code | undefined {
    return this.#code;
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
