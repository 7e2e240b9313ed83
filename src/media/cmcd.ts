import type { HlsInstance, HlsConstructor } from './hls-loader.js';

/** How a request carries what CTA-5004 lets a player tell its CDN: in its address, or in headers. */
export type CmcdMode = 'query' | 'header';

/** What is told of one request. Absent: not known, or nothing to tell. */
export interface CmcdFacts {
  /** Encoded bitrate of what is asked for, kbit/s. */
  br?: number;
  /** Media ready after the playhead, ms; to the nearest 100. */
  bl?: number;
  /** The player stood still for want of media since its last request. */
  bs?: boolean;
  /** What plays, at most 64 characters. */
  cid?: string;
  /** Measured throughput, kbit/s; to the nearest 100. */
  mtp?: number;
  /** manifest, init, audio, video, audio and video, caption, other. */
  ot?: 'm' | 'i' | 'a' | 'v' | 'av' | 'c' | 'o';
  /** Speed, where it is not 1. */
  pr?: number;
  sf?: 'h';
  /** This playback, at most 64 characters. */
  sid?: string;
  st?: 'l' | 'v';
  /** It is needed urgently: the picture has yet to begin, or to go on. */
  su?: boolean;
}

type Key = keyof CmcdFacts;

/** Which header each key belongs to. */
const shards: Readonly<Record<string, readonly Key[]>> = {
  'CMCD-Object': ['br', 'ot'],
  'CMCD-Request': ['bl', 'mtp', 'su'],
  'CMCD-Session': ['cid', 'pr', 'sf', 'sid', 'st'],
  'CMCD-Status': ['bs'],
};
/** Words of a list that is known, which are not quoted. */
const tokens: ReadonlySet<Key> = new Set(['ot', 'sf', 'st']);
const hundreds: ReadonlySet<Key> = new Set(['bl', 'mtp']);

function pair(key: Key, value: string | number | boolean): string {
  if (value === true) return key;
  if (typeof value === 'number') {
    if (hundreds.has(key)) return `${key}=${Math.round(value / 100) * 100}`;
    return `${key}=${key === 'pr' ? Math.round(value * 100) / 100 : Math.round(value)}`;
  }
  return tokens.has(key) ? `${key}=${value}` : `${key}="${String(value).replace(/(["\\])/g, '\\$1')}"`;
}

/** `key=value,…` in the order of the alphabet; empty where there is nothing to tell. */
export function cmcdText(facts: CmcdFacts, keys = Object.keys(facts) as Key[]): string {
  return [...keys]
    .sort()
    .flatMap(key => {
      const value = facts[key];
      const nothing =
        value === undefined || value === false || Number.isNaN(value) || (key === 'pr' && value === 1);
      return nothing ? [] : pair(key, value);
    })
    .join();
}

/** The address with what is told in it. */
export function cmcdUrl(url: string, facts: CmcdFacts): string {
  const text = cmcdText(facts);
  if (!text) return url;
  const [address, hash] = url.split('#') as [string, string?];
  const told = `${address}${address.includes('?') ? '&' : '?'}CMCD=${encodeURIComponent(text)}`;
  return hash === undefined ? told : `${told}#${hash}`;
}

/** The headers that tell it, by name. Those that would be empty are left out. */
export function cmcdHeaders(facts: CmcdFacts): [name: string, value: string][] {
  return Object.entries(shards).flatMap(([name, keys]) => {
    const text = cmcdText(facts, [...keys]);
    return text ? [[name, text] as [string, string]] : [];
  });
}

interface Asked {
  ot: NonNullable<CmcdFacts['ot']>;
  br?: number;
}

/** Tells of every request of one engine. */
export class Cmcd {
  readonly #mode: CmcdMode;
  readonly #hls: HlsInstance;
  readonly #cid: string;
  readonly #sid: string;
  readonly #asked = new Map<string, Asked>();
  #starved = false;
  #urgent = true;

  /** `cid`: what plays. `sid`: whose playback it is. */
  constructor(
    Hls: HlsConstructor,
    hls: HlsInstance,
    mode: CmcdMode,
    { cid, sid }: { cid: string; sid: string },
  ) {
    this.#mode = mode;
    this.#hls = hls;
    this.#cid = cid.slice(-64);
    this.#sid = sid.slice(0, 64);
    hls.on(Hls.Events.FRAG_LOADING, (_, { frag, part }) => {
      const { type, level, sn } = frag;
      const sound = type === 'audio';
      const split = hls.audioTracks?.length > 0;
      const media = sound ? 'a' : type === 'subtitle' ? 'c' : split ? 'v' : 'av';
      const bitrate = type === 'main' ? hls.levels[level]?.bitrate : undefined;
      const asked: Asked = { ot: sn === 'initSegment' ? 'i' : media };
      if (bitrate && asked.ot !== 'i') asked.br = bitrate / 1000;
      this.#asked.set((part ?? frag).url, asked);
    });
    hls.on(Hls.Events.FRAG_BUFFERED, () => (this.#urgent = false));
    hls.on(Hls.Events.MEDIA_ATTACHED, (_, { media }) =>
      media.addEventListener('waiting', () => (this.#starved = this.#urgent = true)),
    );
  }

  /** Prepares a request for `url`; `address` is where it really goes. */
  prepare(xhr: XMLHttpRequest, url: string, address: string): void {
    const facts = this.#facts(url);
    this.#starved = false;
    if (!xhr.readyState) xhr.open('GET', this.#mode === 'query' ? cmcdUrl(address, facts) : address, true);
    if (this.#mode === 'header')
      for (const [name, value] of cmcdHeaders(facts)) xhr.setRequestHeader(name, value);
  }

  #facts(url: string): CmcdFacts {
    const hls = this.#hls;
    const asked = this.#asked.get(url) ?? { ot: 'm' as const };
    this.#asked.delete(url);
    const media = asked.ot === 'a' || asked.ot === 'v' || asked.ot === 'av';
    const ahead = hls.mainForwardBufferInfo?.len;
    const details = hls.latestLevelDetails;
    const speed = hls.bandwidthEstimate / 1000;
    return {
      ...asked,
      cid: this.#cid,
      sid: this.#sid,
      sf: 'h',
      bs: this.#starved,
      su: this.#urgent,
      mtp: speed,
      pr: hls.media?.playbackRate ?? 1,
      ...(details && { st: details.live ? 'l' : 'v' }),
      ...(media && ahead !== undefined && { bl: ahead * 1000 }),
    };
  }
}
