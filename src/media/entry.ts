import { fetchAhead, type Ahead } from './ahead.js';
import { lineSpeed } from './line-speed.js';
import { chooseVariant, readVariants, type Variant } from './variants.js';

/** The playlist that lists a stream's segments. */
export interface MediaList {
  readonly url: string;
  readonly text: string;
  /** The rendition it is of; undefined where there are none to choose from. */
  readonly variant: Variant | undefined;
}

/** A stream's playlists, asked for before there is anything that could play them. */
export class Entry {
  readonly url: string;
  /** What has been asked for, by its address. */
  readonly ahead = new Map<string, Ahead>();
  /** Rejects where the stream does not answer plainly. */
  readonly list: Promise<MediaList>;
  readonly #abort = new AbortController();

  /** `bandwidth`: what the line is thought to carry, bits/s. */
  constructor(url: string, bandwidth = lineSpeed()) {
    this.url = url;
    this.list = this.#read(bandwidth);
    // Whoever needs it asks for it.
    this.list.catch(() => undefined);
  }

  fetch(url: string, tell?: (chunk: Uint8Array<ArrayBuffer>) => void): Ahead {
    const ahead = fetchAhead(url, this.#abort.signal, tell);
    this.ahead.set(url, ahead);
    return ahead;
  }

  stop(): void {
    this.#abort.abort();
  }

  async #read(bandwidth: number): Promise<MediaList> {
    let { url } = this;
    let text = await read(this.fetch(url));
    const variant = chooseVariant(readVariants(text, url), bandwidth);
    if (variant) {
      url = variant.url;
      text = await read(this.fetch(url));
    }
    return { url, text, variant };
  }
}

const read = async (ahead: Ahead): Promise<string> => new TextDecoder().decode(await ahead.body);
