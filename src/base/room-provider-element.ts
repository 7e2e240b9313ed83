import { property } from 'lit/decorators.js';
import { QunRoomOpenedEvent } from '../events/qun-room-opened-event.js';
import { createRoom } from '../stores/create-room.js';
import type { QunError } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import type { RoomTransport } from '../transport/room-transport.js';
import type { Token } from '../transport/sse-transport.js';
import { QunElement } from './qun-element.js';
import type { RoomCallback } from './room-context.js';
import { RoomProviding } from './room-providing.js';

/** What `qun-room` and `qun-live-room` share: they open a room, hand it to what stands inside, and tell of it. */
export abstract class RoomProviderElement extends QunElement {
  readonly #providing = new RoomProviding();
  #brought: Room | undefined;
  #made: Room | undefined;
  #madeBy: RoomTransport | undefined;
  #detach: (() => void) | undefined;
  #unfollow: (() => void) | undefined;
  /** What the page has been told of already. */
  #opened: Room | undefined;
  #told: QunError | undefined;

  /** Who this viewer is: a token that the shop's server has signed. May change at any time, as on signing in. Default: anonymous. */
  @property() token?: Token;

  /** Who takes orders: `shopify`, `woocommerce`, `link`, `page`, or the address of an endpoint. Default: nobody. */
  @property({ reflect: true }) cart?: string;

  /** Whether the room may note by whose link a viewer has come: `on`, `anonymous` (counted, bound to nobody) or `off`. Default: on. */
  @property({ reflect: true }) attribution?: string;

  /** A way of your own to a room, instead of `room`. */
  @property({ attribute: false }) transport?: RoomTransport;

  /** Look: default, minimal, night, festival, fresh or luxe. Default: the page's own `--qun-…` properties. */
  @property({ reflect: true }) theme?: string;

  /** light, dark, or auto to follow the device. Default: the page's `color-scheme`. */
  @property({ reflect: true }) scheme?: string;

  /** Everything is a quarter larger. */
  @property({ type: Boolean, reflect: true, attribute: 'large-text' }) largeText = false;

  /** The room; undefined until there is one. Set it to share a room made with `createRoom()`. */
  @property({ attribute: false })
  override get roomStore(): Room | undefined {
    return this.roomLink.room;
  }

  override set roomStore(room: Room | undefined) {
    this.#brought = room;
    this.requestUpdate(); // what the getter says only changes with it
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#detach = this.#providing.attach(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
    this.#detach = undefined;
  }

  protected override willUpdate(): void {
    this.#bringRoom();
  }

  protected override seekRoom(): void {
    this.#bringRoom();
    super.seekRoom();
  }

  #bringRoom(): void {
    const { transport } = this;
    if (transport !== this.#madeBy) this.#made = transport && createRoom({ transport });
    this.#madeBy = transport;
    this.roomLink.bring(this.#brought ?? this.#made);
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#unfollow?.();
    this.#unfollow = room && this.roomLink.own ? this.#follow(room) : undefined;
    this.#providing.room = room;
  }

  /** Calls back with the room now and at every change, with undefined for none; returns how to stop. */
  subscribeRoom(callback: RoomCallback): () => void {
    return this.#providing.subscribe(callback);
  }

  /** Tells the page when the room is there, and of what goes wrong with it: each once, also if the element is moved. */
  #follow(room: Room): () => void {
    const tell = (fault: QunError | undefined) => {
      if (!fault || fault === this.#told) return;
      this.#told = fault;
      this.report(fault);
    };
    const offs = [
      room.$state.subscribe(state => {
        if (!state || room === this.#opened) return;
        this.#opened = room;
        this.dispatchEvent(new QunRoomOpenedEvent(room));
      }),
      room.$fault.subscribe(tell),
      room.$connection.subscribe(({ status, error }) => {
        if (status === 'failed') tell(error);
      }),
    ];
    return () => offs.forEach(off => off());
  }
}
