import { readShare } from '../../core/share-link.js';
import { limits, type ShareVia } from '../../protocol/index.js';
import type { Pseudonyms } from '../auth/pseudonyms.js';
import type { Share } from '../store/referral-store.js';
import type { RoomStore } from '../store/room-store.js';
import { Guides, sharerOfGuide } from './guides.js';
import { ShareIds } from './share-ids.js';
import { readSignedShare } from './signed-share.js';

export interface ShareBookOptions {
  store: RoomStore;
  room: string;
  now: () => number;
  pseudonyms: Pseudonyms;
  secret: Buffer;
  guides?: Guides | undefined;
  /** Whether the merchant has signed this text. Default: nobody has. */
  isSigned?: ((text: string, mac: Buffer) => boolean) | undefined;
}

/** Somebody who passes the room on. */
export interface Sharer {
  sharer: string;
  subject?: string | undefined;
  guide?: string | undefined;
  name?: string | undefined;
  /** How often they were erased. Default: never. */
  times?: number | undefined;
}

/** A link as it was read: by whose share, and what else it says. */
export interface Resolved {
  share: string;
  via?: ShareVia | undefined;
  group?: string | undefined;
}

/** Whose links there are in one room. */
export class ShareBook {
  readonly #options: ShareBookOptions;
  readonly ids: ShareIds;
  readonly #guides: Guides;

  constructor(options: ShareBookOptions) {
    this.#options = options;
    this.ids = new ShareIds(options.secret);
    this.#guides = options.guides ?? new Guides([]);
  }

  /** What the value of `qs` leads to; undefined: to nobody. A guide's own share is kept as soon as somebody uses it. */
  async resolve(value: string | undefined): Promise<Resolved | undefined> {
    const read = readShare(value);
    if (!read) return undefined;
    const { share, code, signed, via } = read;
    if (share !== undefined) return { share, via };
    if (code !== undefined) {
      const guide = this.#guides.withCode(code);
      return guide && { share: (await this.keep(this.guide(guide.id))).id, via };
    }
    const { room, now, isSigned = () => false } = this.#options;
    const said = readSignedShare(signed!, { room, now: now(), isSigned });
    if (!said) return undefined;
    const { subject } = said;
    const guide = said.guide === undefined ? undefined : this.#guides.withId(said.guide);
    if (!guide && subject === undefined) return undefined;
    const by = guide ? this.guide(guide.id) : { sharer: this.nameOf(subject!), subject };
    return { share: (await this.keep(by)).id, via: said.via, group: said.group };
  }

  /** The pseudonym of a person whom the merchant's tokens call so. */
  nameOf(subject: string): string {
    return this.#options.pseudonyms.of(this.#options.room, 'merchant', subject);
  }

  guide(id: string): Sharer {
    const subject = this.#guides.withId(id)?.subject;
    return { sharer: sharerOfGuide(id), guide: id, ...(subject !== undefined && { subject }) };
  }

  /** The id of the share of `sharer`, who came by `parent`. Staff begin on their own, whoever's link they opened. */
  readonly idOf = ({ sharer, guide, times }: Sharer, parent?: string): string =>
    this.ids.of(this.#options.room, sharer, guide === undefined ? parent : undefined, times);

  /** With how often they were erased: from then on they are somebody new. */
  async asNow(by: Sharer): Promise<Sharer> {
    if (by.guide !== undefined) return by;
    const times = await this.#options.store.timesErased(this.#options.room, by.sharer);
    return { ...by, times };
  }

  /** Keeps that share. */
  async keep(by: Sharer, parent?: string): Promise<Share> {
    const { store, room, now } = this.#options;
    const { times: _, ...who } = by;
    const id = this.idOf(await this.asNow(by), parent);
    const known = await store.shareOf(room, id);
    if (known) return known;
    const from = parent === undefined || by.guide !== undefined ? undefined : parent;
    const above = from === undefined ? undefined : await store.shareOf(room, from);
    const depth = Math.min((above?.depth ?? 0) + 1, limits.shareDepth);
    const parentOf = from === undefined ? {} : { parent: from };
    return store.share(room, { id, ...who, ...parentOf, depth, at: now() });
  }
}
