import { cleanText, textLength } from '../../core/clean-text.js';
import { pickText } from '../../core/pick-text.js';
import { limits, QunError, type Session } from '../../protocol/index.js';
import type { LiveRoom } from '../hub/live-room.js';
import type { CameBySaid } from '../hub/sharing.js';
import { randomText } from '../room/random-id.js';
import { RecentMap } from '../room/recent-map.js';
import { guestNumber, runsRoom, speakerOf, type Viewer } from '../room/viewer.js';
import type { Guides } from '../referral/guides.js';
import type { RoomStore } from '../store/room-store.js';
import type { HostToken } from './host-token.js';
import type { MerchantTokens, Person } from './merchant-tokens.js';
import { Pseudonyms } from './pseudonyms.js';
import { RoomTokens, tokenLifeMs } from './room-token.js';

/** Away for longer than a room token lasts: watching begins anew. */
const BREAK_MS = tokenLifeMs.session + 5 * 60_000;

/** Tokens remembered: about 20 MB at most. */
const OPENED = 50_000;

export interface SessionsOptions {
  store: RoomStore;
  host: HostToken;
  merchant: MerchantTokens | undefined;
  guides: Guides;
  now: () => number;
}

/** Who is who. Checks what a viewer brings once, on joining, and hands out the room's own token for it. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #tokens: RoomTokens;
  readonly #pseudonyms: Pseudonyms;
  /** Session tokens that were found genuine: a viewer brings the same one with everything they send. */
  readonly #opened = new RecentMap<{ room: string; viewer: Viewer; expiresAt: number }>(OPENED);

  static async open(options: SessionsOptions): Promise<Sessions> {
    const [tokens, pseudonyms] = await Promise.all(
      ['tokens', 'pseudonyms'].map(name => options.store.secret(name)),
    );
    return new Sessions(options, new RoomTokens(tokens!), new Pseudonyms(pseudonyms!));
  }

  private constructor(options: SessionsOptions, tokens: RoomTokens, pseudonyms: Pseudonyms) {
    this.#options = options;
    this.#tokens = tokens;
    this.#pseudonyms = pseudonyms;
  }

  /** The answer to a join. `bearer`: a merchant JWT, the host token, a resume token, or nothing. */
  async join(
    room: LiveRoom,
    bearer: string | undefined,
    askedName: string | undefined,
    cameBy: CameBySaid = {},
  ): Promise<Session> {
    const now = this.#options.now();
    const who = await this.#viewer(room, bearer, nameOf(askedName), now);
    const isNew = bearer === undefined;
    const isFirst = isNew || (who.subject !== undefined && who.since === now);
    const viewer = await room.sharing.came(who, cameBy, { isNew, isFirst });
    const { token, expiresAt } = this.#tokens.make('session', room.id, viewer, now);
    const anonymous = viewer.subject === undefined;
    const { guide } = viewer;
    const resume = anonymous ? { resume: this.#tokens.make('resume', room.id, viewer, now).token } : {};
    // Whoever is new here holds nothing, and most who come are new.
    const [belongings, sharing] = await Promise.all([
      isNew ? { claims: [] } : room.belongings(viewer),
      room.sharing.sessionOf(viewer, isNew),
    ]);
    if (viewer.since === now) room.talk.came(viewer);
    return {
      ...{ token, expiresAt, ...resume, viewer: speakerOf(viewer), ...belongings, ...sharing },
      ...(guide !== undefined && { guide }),
      now,
    };
  }

  /** Who sends a command. Throws `token-missing`, `token-bad`, `token-expired`. */
  viewerOf(room: string, bearer: string | undefined): Viewer {
    if (bearer === undefined) throw new QunError('token-missing', { detail: 'join first: POST …/session' });
    const now = this.#options.now();
    const known = this.#opened.get(bearer);
    if (known?.room === room && now < known.expiresAt) return known.viewer;
    const { viewer, expiresAt } = this.#tokens.open('session', room, bearer, now);
    this.#opened.set(bearer, { room, viewer, expiresAt });
    return viewer;
  }

  /** Lets in who runs this room, by a session token or by what they join with. Throws `not-allowed` for viewers. */
  async checkStaff(room: string, bearer: string | undefined): Promise<void> {
    if (bearer !== undefined && this.#options.host.matches(bearer)) return;
    const person = (await this.#byMerchant(room, bearer)) ?? this.viewerOf(room, bearer);
    if (!runsRoom(person)) throw new QunError('not-allowed', { detail: 'for the host and assistants' });
  }

  /** The id of the guide who asks, by a session token or by what they join with. Throws `not-allowed` for others. */
  async guideOf(room: string, bearer: string | undefined): Promise<string> {
    const person = await this.#byMerchant(room, bearer);
    const guide = person ? this.#options.guides.whoIs(person)?.id : this.viewerOf(room, bearer).guide;
    if (guide !== undefined) return guide;
    throw new QunError('not-allowed', {
      detail: 'for guides: the token has to name one that this server knows',
    });
  }

  /** Who the merchant's token says asks; undefined: what is brought is none. */
  async #byMerchant(room: string, bearer: string | undefined): Promise<Person | undefined> {
    const { merchant } = this.#options;
    if (bearer === undefined || RoomTokens.useOf(bearer) !== undefined || !merchant) return undefined;
    return merchant.check(bearer, room);
  }

  async #viewer(
    room: LiveRoom,
    bearer: string | undefined,
    name: string | undefined,
    now: number,
  ): Promise<Viewer> {
    if (bearer === undefined) return this.#anonymous(name, now);
    const use = RoomTokens.useOf(bearer);
    if (use === 'resume') return this.#resumed(room.id, bearer, name, now);
    if (use === 'session')
      throw new QunError('token-bad', { detail: 'a session token does not open a session' });
    if (this.#options.host.matches(bearer)) {
      const hostName = name ?? fittingName(firstWords(room.state.host.name));
      return this.#signedIn(room.id, 'host-token', { subject: 'host', role: 'host', name: hostName }, now);
    }
    if (!this.#options.merchant)
      throw new QunError('token-bad', { detail: 'this server takes no merchant tokens' });
    const person = await this.#options.merchant.check(bearer, room.id);
    return this.#signedIn(room.id, 'merchant', { ...person, name: fittingName(person.name) ?? name }, now);
  }

  #anonymous(name: string | undefined, now: number): Viewer {
    const id = `g-${randomText(16).toLowerCase()}`;
    return { id, role: 'viewer', since: now, ...(name ? { name } : { guest: guestNumber(id) }) };
  }

  #resumed(room: string, token: string, name: string | undefined, now: number): Viewer {
    const { viewer, madeAt } = this.#tokens.open('resume', room, token, now);
    const since = now - madeAt > BREAK_MS ? now : viewer.since;
    const { guest: _, ...known } = viewer;
    return name ? { ...known, name, since } : { ...viewer, since };
  }

  /** `issuer` keeps two people apart whom two issuers call the same. */
  async #signedIn(
    room: string,
    issuer: 'merchant' | 'host-token',
    person: Person,
    now: number,
  ): Promise<Viewer> {
    const { subject, role, name, did } = person;
    const guide = issuer === 'merchant' ? this.#options.guides.whoIs(person)?.id : undefined;
    const id = this.#pseudonyms.of(room, issuer, subject);
    const since = await this.#options.store.join(room, id, now, BREAK_MS);
    return {
      ...{ id, role, subject, since },
      ...(name ? { name } : { guest: guestNumber(id) }),
      ...(did && { did }),
      ...(guide !== undefined && { guide }),
    };
  }
}

/** A name as others will see it. Throws `malformed` where it is too long. */
function nameOf(asked: string | undefined): string | undefined {
  const name = cleanText(asked ?? '');
  if (textLength(name) > limits.nameLength) {
    throw new QunError('malformed', {
      detail: `name: at most ${limits.nameLength} characters`,
      path: 'name',
    });
  }
  return name === '' ? undefined : name;
}

/** A name somebody else gave: cut rather than refused. */
function fittingName(given: string | undefined): string | undefined {
  return nameOf(
    Array.from(cleanText(given ?? ''))
      .slice(0, limits.nameLength)
      .join(''),
  );
}

/** The merchant's own first choice where the name comes in several languages. */
function firstWords(text: Parameters<typeof pickText>[0]): string {
  const first = typeof text === 'object' && text !== null ? Object.keys(text)[0] : undefined;
  return pickText(text, first ?? 'zh-CN');
}
