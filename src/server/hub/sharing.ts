import * as v from 'valibot';
import {
  idSchema,
  QunError,
  type ParsedCommand,
  type RoomState,
  type Session,
} from '../../protocol/index.js';
import { ShareBook, type ShareBookOptions, type Sharer } from '../referral/share-book.js';
import type { Viewer } from '../room/viewer.js';
import { RESERVE, type Reach } from '../store/referral-store.js';
import type { RoomStore } from '../store/room-store.js';
import { codeFor } from './contact-codes.js';

/** How somebody has come, as they say: any words. */
export interface CameBySaid {
  share?: string | undefined;
  group?: string | undefined;
  /** The page was only opened anew: no opening of the link. */
  again?: boolean | undefined;
  /** They were in the room before, under another name. */
  met?: boolean | undefined;
  /** Not to be known for who they are in the chain. */
  apart?: boolean | undefined;
}

/** What a shop's order says of who placed it. */
export interface SaidBuyer {
  subject?: string | undefined;
  viewer?: string | undefined;
  /** The value of `qs`. */
  share?: string | undefined;
}

/** Whether anybody has met a viewer before. */
export interface Met {
  /** They bring nothing by which they could be known: nothing of theirs is looked for. */
  isNew: boolean;
  /** As far as can be told they were not in this room before. */
  isFirst: boolean;
}

/** What a session says of passing on. */
export type SharingSession = Pick<Session, 'share' | 'reserved'>;

export type SharingCommand = Extract<
  ParsedCommand,
  { type: 'share.intend' | 'share.show' | 'share.erase' | 'reminder.set' | 'contact.open' }
>;

/** The same viewer opening the same link counts once in this time. */
export const AGAIN_MS = 30 * 60_000;
/** Lets their name be shown. */
const SHOWN = 'shown';

const shared = ['share.intend', 'share.show', 'share.erase', 'reminder.set', 'contact.open'];
export const isSharing = (command: ParsedCommand): command is SharingCommand => shared.includes(command.type);

export interface SharingOptions extends Omit<ShareBookOptions, 'secret'> {
  state: () => RoomState;
}

/** Who comes to a room by whose link, who passes it on, who wants to be reminded, and whose code is whose. */
export class Sharing {
  readonly book: ShareBook;
  readonly #store: RoomStore;
  readonly #room: string;
  readonly #now: () => number;
  readonly #state: () => RoomState;

  static async open(options: SharingOptions): Promise<Sharing> {
    return new Sharing(options, await options.store.secret('shares'));
  }

  private constructor(options: SharingOptions, secret: Buffer) {
    const { store, room, now, state } = options;
    this.book = new ShareBook({ ...options, secret });
    this.#store = store;
    this.#room = room;
    this.#now = now;
    this.#state = state;
  }

  /**
   * Notes by whose link a viewer has come. Answers with the viewer as their token should say it. A link that leads to nobody, or a
   * store that is away, keeps nobody out.
   */
  async came(viewer: Viewer, said: CameBySaid, met: Met): Promise<Viewer> {
    try {
      return await this.#came(viewer, said, met);
    } catch (error) {
      if (error instanceof QunError && error.temporary) return viewer;
      throw error;
    }
  }

  /** What this viewer's links carry, and whether they will be reminded. `isNew`: nothing is known of them. */
  async sessionOf(viewer: Viewer, isNew: boolean): Promise<SharingSession> {
    const by = this.#sharer(viewer);
    const [now, marks] = isNew
      ? [by, []]
      : await Promise.all([this.book.asNow(by), this.#store.marks(this.#room, viewer.id)]);
    const share = this.book.idOf(now, viewer.by);
    return { share, ...(marks.includes(RESERVE) && { reserved: true }) };
  }

  /** With what they have done in this room, beside what the merchant says. */
  async withDeeds(viewer: Viewer): Promise<Viewer> {
    const marks = await this.#store.marks(this.#room, viewer.id);
    return marks.includes(RESERVE) ? { ...viewer, did: [...(viewer.did ?? []), RESERVE] } : viewer;
  }

  /** Forgets a person: in the chain under either name, among the marks, in their orders; with `room` wherever it knows of them. */
  async erase(viewer: string, reach: Reach = 'chain'): Promise<void> {
    await this.#store.erase(this.#room, viewer, this.#now(), reach);
    await this.#store.erase(this.#room, this.book.ids.apart(this.#room, viewer), this.#now());
  }

  /** Who has placed an order and by whose link it came, as the shop says it: nothing of it is believed that leads to nobody. */
  async ofOrder({ subject, viewer, share }: SaidBuyer): Promise<{ viewer?: string; share?: string }> {
    const name = viewer ?? (subject === undefined ? undefined : this.book.nameOf(subject));
    const link = await this.book.resolve(share);
    return { ...(name !== undefined && { viewer: name }), ...(link && { share: link.share }) };
  }

  /** Forgets a person of the merchant's wherever the room knows of them, under whichever names they have ordered. */
  async eraseSubject(subject: string): Promise<void> {
    const orders = await this.#store.orders(this.#room, subject);
    const names = new Set([this.book.nameOf(subject), ...orders.flatMap(({ viewer }) => viewer ?? [])]);
    for (const name of names) await this.erase(name, 'room');
  }

  /** Does what the command says. Each may be done again without being done twice, but for an intent, which is a figure. */
  async execute(viewer: Viewer, command: SharingCommand): Promise<object> {
    const store = this.#store;
    const at = this.#now();
    switch (command.type) {
      case 'share.intend': {
        const by = this.#sharer(viewer);
        const marks = await store.marks(this.#room, by.sharer);
        const name = marks.includes(SHOWN) && by.guide === undefined ? viewer.name : undefined;
        const { id } = await this.book.keep({ ...by, ...(name && { name }) }, viewer.by);
        const { via, productId } = command;
        const what = productId === undefined ? {} : { productId };
        await store.intend(this.#room, { viewer: by.sharer, share: id, via, ...what, at });
        return { share: id };
      }
      case 'share.show': {
        const { sharer } = this.#sharer(viewer);
        await store.mark(this.#room, { viewer: sharer, name: SHOWN, on: command.name, at });
        await store.setShownName(this.#room, sharer, command.name ? viewer.name : undefined);
        return {};
      }
      case 'share.erase':
        await this.erase(viewer.id);
        return {};
      case 'reminder.set': {
        const { id, subject } = viewer;
        await store.mark(this.#room, { viewer: id, subject, name: RESERVE, on: command.on, at });
        return { reserved: command.on };
      }
      case 'contact.open': {
        const asked = { room: this.#room, state: this.#state(), viewer: viewer.id, now: at };
        return { codeId: (await codeFor(store, { ...asked, contactId: command.contactId })) ?? null };
      }
    }
  }

  async #came(viewer: Viewer, said: CameBySaid, { isNew, isFirst }: Met): Promise<Viewer> {
    const known = viewer.apart === true || said.apart === true ? { ...viewer, apart: true as const } : viewer;
    const resolved = await this.book.resolve(said.share);
    const named = resolved?.group ?? said.group;
    const group = v.is(idSchema, named) ? named : undefined;
    const by = this.#sharer(known);
    if (!resolved && group === undefined) return this.#asBefore(known, by, isNew);
    const before = isNew ? [] : await this.#store.visitsOf(this.#room, by.sharer);
    if (said.again !== true) {
      const subject = known.apart ? undefined : known.subject;
      const first = isFirst && said.met !== true && before.length === 0;
      const link = { ...resolved, ...(group !== undefined && { group }) };
      const visit = { ...link, viewer: by.sharer, ...(subject !== undefined && { subject }), first };
      await this.#store.visit(this.#room, { ...visit, at: this.#now() }, AGAIN_MS);
    }
    if (!resolved) return known;
    // Whoever opens a link of their own stays where they stood.
    const own = (await this.#store.shareOf(this.#room, resolved.share))?.sharer === by.sharer;
    return own ? this.#asBefore(known, by, isNew) : { ...known, by: resolved.share };
  }

  /** Somebody who signs in again came by the link that they last came by. A guest's token says it itself. */
  async #asBefore(viewer: Viewer, { sharer }: Sharer, isNew: boolean): Promise<Viewer> {
    if (isNew || viewer.by !== undefined || viewer.subject === undefined) return viewer;
    const links = (await this.#store.visitsOf(this.#room, sharer)).flatMap(({ share }) => share ?? []);
    const by = links[links.length - 1];
    return by === undefined ? viewer : { ...viewer, by };
  }

  #sharer({ id, guide, subject, apart }: Viewer): Sharer {
    if (guide !== undefined) return this.book.guide(guide);
    if (apart) return { sharer: this.book.ids.apart(this.#room, id) };
    return { sharer: id, ...(subject !== undefined && { subject }) };
  }
}
