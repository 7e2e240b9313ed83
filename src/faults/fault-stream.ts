import { ActiveFault, type Asked } from './active-fault.js';
import { corrupted, truncated } from './damage.js';
import { FaultWishError, type FaultKind, type FaultWish } from './fault.js';
import type { Rendition } from './live-set.js';
import type { MediaFolder } from './media-folder.js';
import { moved } from './mp4.js';
import { masterPlaylist, mediaPlaylist } from './playlist.js';
import { refusal, reply, type Reply } from './reply.js';
import { RequestLog, type LoggedRequest } from './request-log.js';
import type { StreamOptions } from './stream-options.js';
import { Timeline, type Slot } from './timeline.js';
import { Tokens } from './tokens.js';
import { toTransportStream } from './transport-stream.js';

const PLAYLIST = 'application/vnd.apple.mpegurl';
/** For how long a segment can still be had, s. */
const KEPT_S = 60;
const DROP_S = 8;
const SKEW_S = 3600;
const SLOW_BYTES = 10_000;
/** Faults of what a playlist says. */
const ofPlaylists: ReadonlySet<FaultKind> = new Set(['frozen-playlist', 'end-list', 'clock-skew']);

/**
 * One live stream that can be broken. Segment `n` covers the seconds from `n × segmentSeconds` since 1970, so a stream
 * nobody has broken is the same in every process.
 */
export class FaultStream {
  readonly requests = new RequestLog();
  readonly #media: MediaFolder;
  readonly #now: () => number;
  readonly #timeline = new Timeline();
  #options: StreamOptions;
  #tokens: Tokens | undefined;
  #faults: ActiveFault[] = [];
  #count = 0;

  constructor(
    readonly id: string,
    media: MediaFolder,
    options: StreamOptions = {},
    now: () => number = Date.now,
  ) {
    this.#media = media;
    this.#now = now;
    this.#options = {};
    this.configure(options);
  }

  /** Changes how it is served from now on. Throws FaultWishError for a rendition there is none of. */
  configure(options: StreamOptions): void {
    const strange = options.renditions?.find(name => !this.#rendition(name));
    if (strange !== undefined) {
      const names = this.#media.set.renditions.map(({ name }) => name);
      throw new FaultWishError(`renditions: there is no "${strange}", but ${names.join(', ')}`);
    }
    this.#options = { ...this.#options, ...options };
    if (options.tokenSeconds !== undefined) this.#tokens = new Tokens(options.tokenSeconds);
  }

  /** Breaks it. Throws FaultWishError for what this stream cannot have. */
  inflict(wish: FaultWish): ActiveFault {
    const { rendition } = wish;
    if (rendition !== undefined && !this.#rendition(rendition)) {
      throw new FaultWishError(`rendition: there is no "${rendition}"`);
    }
    if (wish.kind === 'rendition-gone' && rendition === undefined) {
      throw new FaultWishError('rendition: which one is gone?');
    }
    const fault = new ActiveFault(++this.#count, wish, this.#now());
    this.#happen(wish);
    this.#faults = [...this.faults, fault];
    return fault;
  }

  /** Ends one fault, or all of them. What has happened to the stream stays. */
  lift(id?: number): void {
    this.#faults = id === undefined ? [] : this.#faults.filter(fault => fault.id !== id);
  }

  /** Those that last, oldest first. */
  get faults(): readonly ActiveFault[] {
    return this.#faults.filter(fault => fault.lasts(this.#now()));
  }

  /** A fresh address of its entry point, relative to the stream's folder. */
  entry(): { src: string; token?: string; expiresAt?: number } {
    if (!this.#tokens) return { src: 'master.m3u8' };
    const issued = this.#tokens.issue(this.#now());
    return { src: `master.m3u8?token=${issued.token}`, ...issued };
  }

  /** Answers `master.m3u8`, `<rendition>/live.m3u8`, `<rendition>/init.mp4` and `<rendition>/<n>.m4s`. */
  async answer(path: string, query = new URLSearchParams()): Promise<Reply> {
    const asked = this.#read(path);
    if (!asked) return refusal(404, 'there is nothing here');
    const entry: LoggedRequest = { at: this.#now(), ...asked, path, status: 0 };
    this.requests.add(entry);
    const held = this.#faults.filter(one => one.befalls(asked, this.#now()));
    // A playlist that is frozen, and cannot be had either, cannot be had.
    const fault = held.find(({ wish }) => !ofPlaylists.has(wish.kind)) ?? held[0];
    if (fault) entry.fault = fault.wish.kind;
    const answer = (fault && this.#broken(fault)) ?? (await this.#whole(asked, held, path, query));
    const damaged = fault ? damage(fault, answer) : answer;
    const silent = damaged.manner?.kind === 'hang' || damaged.manner?.kind === 'reset';
    entry.status = silent ? 0 : damaged.status;
    return damaged;
  }

  #read(path: string): Asked | undefined {
    if (path === 'master.m3u8') return { target: 'master' };
    const [, rendition, name] = /^([\w-]+)\/([\w-]+\.\w+)$/.exec(path) ?? [];
    if (!rendition || !name || !this.#rendition(rendition)) return undefined;
    if (name === 'live.m3u8') return { target: 'playlist', rendition };
    if (name === 'init.mp4' || name === 'other.mp4') return { target: 'segment', rendition };
    const n = /^(\d{1,12})\.(?:m4s|ts)$/.exec(name)?.[1];
    return n === undefined ? undefined : { target: 'segment', rendition, n: Number(n) };
  }

  async #whole(
    { target, rendition = '', n }: Asked,
    held: readonly ActiveFault[],
    path: string,
    query: URLSearchParams,
  ): Promise<Reply> {
    const token = query.get('token');
    if (this.#tokens && !this.#tokens.lets(token, this.#now())) return refusal(403, 'the token is not good');
    const signed = this.#tokens ? `?token=${token}` : '';
    const { set } = this.#media;
    if (target === 'master') return reply(masterPlaylist(set, this.#renditions, signed), PLAYLIST);
    if (target === 'playlist') return this.#playlist(held, signed);
    if (n === undefined) {
      const source = path.endsWith('/other.mp4') ? this.#other(rendition) : rendition;
      return reply(await this.#media.init(source), 'video/mp4');
    }
    const slot = this.#timeline.slot(n);
    const newest = this.#newest(this.#now());
    const there = slot && n <= newest && n > newest - KEPT_S / set.segmentSeconds;
    return there ? this.#segment(rendition, slot) : refusal(404, 'there is no such segment');
  }

  #playlist(held: readonly ActiveFault[], query: string): Reply {
    const { segmentSeconds } = this.#media.set;
    const stopped = held.find(({ wish }) => wish.kind === 'end-list' || wish.kind === 'frozen-playlist');
    const slots = this.#timeline.window(
      this.#newest(stopped?.from ?? this.#now()),
      this.#options.windowSegments ?? 6,
    );
    const skew = held.find(({ wish }) => wish.kind === 'clock-skew')?.wish;
    const text = mediaPlaylist({
      segmentSeconds,
      slots,
      discontinuitySequence: slots[0] ? this.#timeline.discontinuitySequence(slots[0]) : 0,
      skewS: skew ? (skew.skewSeconds ?? SKEW_S) : 0,
      form: this.#options.form ?? 'fmp4',
      ended: held.some(({ wish }) => wish.kind === 'end-list'),
      query,
    });
    return reply(text, PLAYLIST);
  }

  async #segment(rendition: string, { n, zero, swapped }: Slot): Promise<Reply> {
    const { segmentCount, tracks } = this.#media.set;
    const index = n % segmentCount;
    const source = swapped ? this.#other(rendition) : rendition;
    const file = await this.#media.segment(source, index);
    const ticks = new Map(
      tracks.map(track => [track.id, (track.loopTicks / segmentCount) * (n - zero - index)]),
    );
    const media = moved(file, n + 1, id => BigInt(Math.round(ticks.get(id) ?? 0)));
    if (this.#options.form !== 'ts') return reply(media, 'video/iso.segment');
    return reply(toTransportStream(await this.#media.init(source), media, tracks), 'video/mp2t');
  }

  /** Number of the newest segment that is complete at `ms`. */
  #newest(ms: number): number {
    return Math.floor(ms / (this.#media.set.segmentSeconds * 1000)) - 1;
  }

  #happen({ kind, seconds = DROP_S }: FaultWish): void {
    const next = this.#newest(this.#now()) + 1;
    if (kind === 'sequence-restart') this.#timeline.restart(next);
    else if (kind === 'discontinuity') this.#timeline.discontinuity(next);
    else if (kind === 'codec-change') this.#timeline.swap(next);
    else if (kind === 'encoder-drop') {
      this.#timeline.drop(next, Math.ceil(seconds / this.#media.set.segmentSeconds));
    } else if (kind === 'expired-token') {
      if (!this.#tokens)
        throw new FaultWishError('kind: this stream has no tokens; give it tokenSeconds first');
      this.#tokens.expire();
    }
  }

  /** What is said in place of the answer; undefined when there is one, whatever is done to it. */
  #broken(fault: ActiveFault): Reply | undefined {
    const { kind } = fault.wish;
    if (kind === 'reset') return { ...refusal(503), manner: { kind } };
    if (kind === 'hang') return { ...refusal(503), manner: { kind, until: fault.until } };
    return fault.status === undefined ? undefined : refusal(fault.status, kind);
  }

  #rendition(name: string): Rendition | undefined {
    return this.#media.set.renditions.find(one => one.name === name);
  }

  get #renditions(): readonly Rendition[] {
    const { renditions } = this.#options;
    return this.#media.set.renditions.filter(({ name }) => renditions?.includes(name) ?? true);
  }

  /** The rendition whose codec a stream changes to. */
  #other(rendition: string): string {
    const { renditions } = this.#media.set;
    return (renditions.find(({ name }) => name !== rendition) ?? renditions[0]!).name;
  }
}

/** What a fault does to an answer that is there. */
function damage({ wish }: ActiveFault, answer: Reply): Reply {
  if (wish.kind === 'slow') {
    return { ...answer, manner: { kind: 'slow', bytesPerSecond: wish.bytesPerSecond ?? SLOW_BYTES } };
  }
  if (wish.kind === 'wrong-type') {
    return { ...answer, headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' } };
  }
  const { body } = answer;
  if (typeof body === 'string') return answer;
  if (wish.kind === 'truncated-segment') return { ...answer, body: truncated(body) };
  return wish.kind === 'corrupt-segment' ? { ...answer, body: corrupted(body) } : answer;
}
