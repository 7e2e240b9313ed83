import { setTimeout } from 'node:timers/promises';
import { ActiveFault, type Asked } from './active-fault.js';
import { captionLanguages, captionSegment } from './captions.js';
import { corrupted, truncated } from './damage.js';
import { FaultWishError, type FaultKind, type FaultWish } from './fault.js';
import type { Rendition } from './live-set.js';
import type { MediaFolder } from './media-folder.js';
import { PartClock } from './part-clock.js';
import { masterPlaylist, mediaPlaylist } from './playlist.js';
import { refusal, reply, type Reply } from './reply.js';
import { RequestLog, type LoggedRequest } from './request-log.js';
import { SOUND, StreamMedia, type Source } from './stream-media.js';
import type { StreamOptions } from './stream-options.js';
import { Timeline, type Slot } from './timeline.js';
import { Tokens } from './tokens.js';

const PLAYLIST = 'application/vnd.apple.mpegurl';
/** For how long a segment can still be had, s. */
const KEPT_S = 60;
const DROP_S = 8;
const SKEW_S = 3600;
const SLOW_BYTES = 10_000;
/** Parts of a segment. */
const PARTS = 5;
/** So long a request is held until there is what it asks for. */
const LONGEST_HOLD_MS = 3000;
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
  readonly #wait: (ms: number) => Promise<unknown>;
  readonly #timeline = new Timeline();
  readonly #maker: StreamMedia;
  readonly #clock: PartClock;
  #options: StreamOptions;
  #tokens: Tokens | undefined;
  #faults: ActiveFault[] = [];
  #count = 0;

  constructor(
    readonly id: string,
    media: MediaFolder,
    options: StreamOptions = {},
    now: () => number = Date.now,
    wait: (ms: number) => Promise<unknown> = ms => setTimeout(ms, undefined, { ref: false }),
  ) {
    this.#media = media;
    this.#now = now;
    this.#wait = wait;
    this.#maker = new StreamMedia(media);
    this.#clock = new PartClock(media.set.segmentSeconds, PARTS);
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

  /** Answers `master.m3u8`, `<rendition>/live.m3u8`, `<rendition>/init.mp4`, `<rendition>/<n>.m4s`, and its parts `<rendition>/<n>-<part>.m4s`. */
  async answer(path: string, query = new URLSearchParams()): Promise<Reply> {
    const asked = this.#read(path);
    if (!asked) return refusal(404, 'there is nothing here');
    const asking = query.size > 0 ? { query: Object.fromEntries(query) } : {};
    const entry: LoggedRequest = { at: this.#now(), ...asked, path, ...asking, status: 0 };
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
    if (!rendition || !name || !this.#known(rendition)) return undefined;
    if (name === 'live.m3u8') return { target: 'playlist', rendition };
    if (name === 'init.mp4' || name === 'other.mp4') return { target: 'segment', rendition };
    const [, n, part] = /^(\d{1,12})(?:-(\d))?\.(?:m4s|ts|vtt)$/.exec(name) ?? [];
    if (n === undefined || (part !== undefined && !this.#options.lowLatency)) return undefined;
    return { target: 'segment', rendition, n: Number(n), ...(part && { part: Number(part) }) };
  }

  async #whole(
    { target, rendition = '', n, part }: Asked,
    held: readonly ActiveFault[],
    path: string,
    query: URLSearchParams,
  ): Promise<Reply> {
    const token = query.get('token');
    if (this.#tokens && !this.#tokens.lets(token, this.#now())) return refusal(403, 'the token is not good');
    const signed = this.#tokens ? `?token=${token}` : '';
    const { audio, captions, windowSegments } = this.#options;
    const { set } = this.#media;
    if (target === 'master') {
      const besides = { query: signed, sound: audio === 'separate', captions };
      return reply(masterPlaylist(set, this.#renditions, besides), PLAYLIST);
    }
    if (target === 'playlist') {
      await this.#until(this.#asksFor(query));
      return this.#playlist(rendition, held, signed);
    }
    if (n === undefined) {
      const source = this.#source(rendition, path.endsWith('/other.mp4'));
      return reply(await this.#maker.init(source), 'video/mp4');
    }
    if (part !== undefined) await this.#until(this.#clock.readyAt(n, part));
    const slot = this.#timeline.slot(n);
    const { n: open, parts } = this.#clock.at(this.#now());
    const made = part === undefined ? n < open : n < open || (n === open && part < parts);
    const kept = Math.max(KEPT_S / set.segmentSeconds, (windowSegments ?? 0) + 3);
    const there = slot && made && n >= open - kept;
    if (!there) return refusal(404, 'there is no such segment');
    return part === undefined ? this.#segment(rendition, slot) : this.#part(rendition, slot, part);
  }

  #playlist(rendition: string, held: readonly ActiveFault[], query: string): Reply {
    const { segmentSeconds } = this.#media.set;
    const { windowSegments = 6, form = 'fmp4', lowLatency, undated } = this.#options;
    const stopped = held.find(({ wish }) => wish.kind === 'end-list' || wish.kind === 'frozen-playlist');
    const now = stopped?.from ?? this.#now();
    const slots = this.#timeline.window(this.#newest(now), windowSegments);
    const skew = held.find(({ wish }) => wish.kind === 'clock-skew')?.wish;
    const text = rendition in captionLanguages;
    const { n, parts } = this.#clock.at(now);
    const slot = this.#timeline.slot(n);
    const list = mediaPlaylist({
      segmentSeconds,
      slots,
      discontinuitySequence: slots[0] ? this.#timeline.discontinuitySequence(slots[0]) : 0,
      skewS: skew ? (skew.skewSeconds ?? SKEW_S) : 0,
      form: text ? 'vtt' : form,
      ended: held.some(({ wish }) => wish.kind === 'end-list'),
      undated,
      parts: lowLatency && !text ? { clock: this.#clock, open: slot && { slot, parts } } : undefined,
      query,
    });
    return reply(list, PLAYLIST);
  }

  async #segment(rendition: string, slot: Slot): Promise<Reply> {
    const { segmentSeconds } = this.#media.set;
    if (rendition in captionLanguages)
      return reply(captionSegment(rendition, slot, segmentSeconds), 'text/vtt; charset=utf-8');
    const source = this.#source(rendition, slot.swapped);
    if (this.#options.form === 'ts') return reply(await this.#maker.packets(source, slot), 'video/mp2t');
    return reply(await this.#maker.segment(source, slot), 'video/iso.segment');
  }

  async #part(rendition: string, slot: Slot, part: number): Promise<Reply> {
    const source = this.#source(rendition, slot.swapped);
    return reply(await this.#maker.part(source, slot, part, PARTS), 'video/iso.segment');
  }

  /** When a playlist has what a client that waits for it asks for, ms since 1970. */
  #asksFor(query: URLSearchParams): number {
    const sequence = query.get('_HLS_msn');
    if (!this.#options.lowLatency || sequence === null) return 0;
    const [newest] = this.#timeline.window(this.#newest(this.#now()), 1);
    if (!newest) return 0;
    const part = query.get('_HLS_part');
    const n = newest.n + Number(sequence) - newest.sequence;
    return this.#clock.readyAt(n, part === null ? undefined : Number(part));
  }

  /** Waits for that moment, but no longer than a client would. */
  async #until(ms: number): Promise<void> {
    const wait = ms - this.#now();
    if (wait > 0) await this.#wait(Math.min(wait, LONGEST_HOLD_MS));
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

  #known(name: string): boolean {
    const { audio, captions } = this.#options;
    if (name === SOUND) return audio === 'separate';
    return name in captionLanguages ? captions === true : this.#rendition(name) !== undefined;
  }

  /** What a rendition's media is made of. */
  #source(rendition: string, swapped: boolean): Source {
    if (rendition === SOUND) return { rendition: this.#media.set.renditions[0]!.name, only: 'audio' };
    const only = this.#options.audio === 'separate' ? 'video' : undefined;
    return { rendition: swapped ? this.#other(rendition) : rendition, only };
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
