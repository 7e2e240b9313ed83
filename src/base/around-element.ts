import { safeUrl } from '../core/link.js';
import { addAroundWords } from '../i18n/around-messages.js';
import { readAround, type Around, type RoomState } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import { QunElement } from './qun-element.js';
import { StoreController } from './store-controller.js';

/** What the elements around a show share: they follow what the room has put there, and read it once for each change of it. */
export abstract class AroundElement extends QunElement {
  readonly #state = new StoreController<RoomState | undefined>(this);
  #raw: unknown = this;
  #read: Around | undefined;
  readonly #broken = new Set<string>();

  constructor() {
    super();
    addAroundWords();
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
  }

  /** Of the room; undefined: there is none, or it has not told yet. */
  protected get state(): RoomState | undefined {
    return this.#state.value;
  }

  protected get around(): Around {
    const raw = this.state?.around;
    if (!this.#read || raw !== this.#raw) this.#read = readAround(raw);
    this.#raw = raw;
    return this.#read;
  }

  /** An address of the room's, or of the page's own, made absolute; undefined where it must not be used. */
  protected address(url: string | undefined): string | undefined {
    const room = this.roomStore;
    return room ? room.resolve(url) : safeUrl(url, document.baseURI);
  }

  /** The picture at this absolute address did not come. */
  protected broken(url: string): boolean {
    return this.#broken.has(url);
  }

  protected readonly failed = (url: string): void => {
    this.#broken.add(url);
    this.requestUpdate();
  };

  /** The address of a picture that may be used and has not failed to come. */
  protected pictureAt(given: string | undefined): string | undefined {
    const url = this.address(given);
    return url !== undefined && this.broken(url) ? undefined : url;
  }
}
