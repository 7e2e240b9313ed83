import type { DateLine } from './date-line.js';
import { readVariants } from './variants.js';

/** A playlist is read anew when segments have come in for so long, ms. */
const READ_EVERY_MS = 4000;
/** Where what is buffered ends is known that well, s. */
const ROUNDED_S = 0.2;

interface Dated {
  readonly date: number;
  /** s */
  readonly duration: number;
}

/** The segments of a media playlist by their addresses, with the dates it states. */
export function readDates(text: string, base: string): Map<string, Dated> {
  const found = new Map<string, Dated>();
  let duration = 0;
  let date = NaN;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#EXTINF:')) duration = parseFloat(line.slice(8));
    else if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:')) date = Date.parse(line.slice(25));
    else if (line === '#EXT-X-DISCONTINUITY') date = NaN;
    else if (line && !line.startsWith('#')) {
      if (!Number.isNaN(date)) found.set(new URL(line, base).href, { date, duration });
      date += duration * 1000;
    }
  }
  return found;
}

/**
 * Dates of a browser that plays playlists by itself and keeps their dates to itself: the browser tells which segments it
 * has fetched, their playlist tells when those were made, and the newest of them is where the buffer ends.
 */
export class SegmentDates {
  readonly #video: HTMLVideoElement;
  readonly #line: DateLine;
  readonly #src: string;
  readonly #observer: PerformanceObserver | undefined;
  readonly #gone = new AbortController();
  #known = new Map<string, Dated>();
  #playlist: string | undefined;
  #newest: string | undefined;
  #before: number | undefined;
  #readAt = -Infinity;

  constructor(video: HTMLVideoElement, src: string, line: DateLine) {
    this.#video = video;
    this.#line = line;
    this.#src = src;
    try {
      this.#observer = new PerformanceObserver(list => this.#fetched(list.getEntries()));
      this.#observer.observe({ type: 'resource', buffered: true });
    } catch {
      // It tells nothing: then there are no dates.
    }
    video.addEventListener('progress', this.#look);
  }

  stop(): void {
    this.#gone.abort();
    this.#observer?.disconnect();
    this.#video.removeEventListener('progress', this.#look);
  }

  #fetched(entries: PerformanceEntryList): void {
    for (const { name, initiatorType } of entries as PerformanceResourceTiming[]) {
      if (initiatorType === 'video' && /\.(m4s|mp4|m4v|cmf[va]|ts|aac)$/.test(name.split(/[?#]/)[0]!))
        this.#newest = name;
    }
    this.#look();
  }

  readonly #look = (): void => {
    const { buffered } = this.#video;
    const newest = this.#newest;
    if (newest === undefined || buffered.length === 0) return;
    const dated = this.#known.get(newest);
    const now = performance.now();
    const wait = this.#line.known || dated ? READ_EVERY_MS : READ_EVERY_MS / 4;
    if (now - this.#readAt > wait) void this.#read(now);
    if (!dated) return;
    const end = buffered.end(buffered.length - 1);
    const zero = dated.date + dated.duration * 1000 - end * 1000;
    // It may be fetched, and not yet in the buffer: what is found twice is true.
    const agrees = this.#before !== undefined && Math.abs(zero - this.#before) < ROUNDED_S * 1000;
    this.#before = zero;
    if (agrees) this.#line.learn([{ start: end - dated.duration, end, date: dated.date }]);
  };

  async #read(now: number): Promise<void> {
    this.#readAt = now;
    const { signal } = this.#gone;
    const get = async (url: string) => (await fetch(url, { cache: 'no-store', signal })).text();
    try {
      // Of the rendition that plays: its segments lie beside it.
      const folder = folderOf(this.#newest ?? '');
      if (!this.#playlist || folderOf(this.#playlist) !== folder) {
        const variants = readVariants(await get(this.#src), this.#src);
        const playing = variants.find(({ url }) => folderOf(url) === folder) ?? variants[0];
        this.#playlist = playing?.url ?? this.#src;
      }
      this.#known = readDates(await get(this.#playlist), this.#playlist);
      this.#look();
    } catch {
      // It may not be read by pages, or is away: what is known already holds.
    }
  }
}

const folderOf = (url: string): string => url.split(/[?#]/)[0]!.replace(/[^/]*$/, '');
