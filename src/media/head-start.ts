import type { Ahead } from './ahead.js';
import type { Entry } from './entry.js';
import { FirstPicture } from './first-picture.js';
import { firstSegment, readMedia, type Segment } from './hls-text.js';

export interface HeadStartOptions {
  video: HTMLVideoElement;
  /** The stream's playlists, on their way. */
  entry: Entry;
  /** Where a recording is to begin, s. Default: at its beginning. */
  startAt?: number | undefined;
}

/** Older than this a live playlist is fetched anew, ms. */
const FRESH_MS = 4000;
/** What is not here by then is left to the engine, ms: about what a segment takes on the slowest line that could play it. */
const PATIENCE_MS = 6000;

/**
 * Fetches what a stream needs first while the engine has yet to come: playlists, and the first segment's bytes, which are
 * put into the video at once where the stream is plain enough (fragmented MP4, sound and picture together). The engine
 * goes on with what is there. Nothing that goes wrong here is told: the engine will meet it by itself.
 */
export class HeadStart {
  readonly #options: HeadStartOptions;
  readonly #patience: ReturnType<typeof setTimeout>;
  readonly #done: Promise<void>;
  #picture: FirstPicture | undefined;
  #variant: string | undefined;
  #split = false;
  #stopped = false;

  constructor(options: HeadStartOptions) {
    this.#options = options;
    this.#patience = setTimeout(() => this.stop(), PATIENCE_MS);
    this.#done = this.#run().catch(() => undefined);
  }

  /** Address of the rendition that was chosen; undefined where there are none. */
  get variant(): string | undefined {
    return this.#variant;
  }

  /** Sound and picture have playlists of their own, which only the full engine plays. */
  get split(): boolean {
    return this.#split;
  }

  /** What was fetched from `url`, once. A playlist only while it is fresh, or what is shown already was read from it. */
  take(url: string): Ahead | undefined {
    const { ahead: fetched } = this.#options.entry;
    const ahead = fetched.get(url);
    fetched.delete(url);
    if (!ahead || this.#picture) return ahead;
    return performance.now() - ahead.times.start < FRESH_MS ? ahead : undefined;
  }

  /**
   * Resolves when the line is free for the engine, with what the video shows by then, for the engine to go on with;
   * undefined: nothing. Never rejects.
   */
  async handOver(): Promise<FirstPicture | undefined> {
    await this.#done;
    const picture = this.#picture;
    if (picture?.good) {
      picture.handOver();
      return picture;
    }
    picture?.stop();
    this.#picture = undefined;
    return undefined;
  }

  /** Leaves nothing under way, and nothing of its own in the video. */
  stop(): void {
    clearTimeout(this.#patience);
    this.#stopped = true;
    this.#options.entry.stop();
    this.#picture?.stop();
    this.#picture = undefined;
  }

  async #run(): Promise<void> {
    const { entry } = this.#options;
    const { url, text, variant } = await entry.list;
    this.#variant = variant?.url;
    this.#split = variant?.split ?? false;
    const media = readMedia(text, url);
    const segment = firstSegment(media, this.#options.startAt);
    if (!segment || media.intricate || variant?.split) return;
    if (media.map && variant && FirstPicture.can(variant.codecs))
      await this.#show(media.map, segment, variant.codecs);
    // What only the engine can show comes beside it.
    else entry.fetch(segment.url);
  }

  async #show(map: string, segment: Segment, codecs: string): Promise<void> {
    if (this.#stopped) return;
    const { entry, video, startAt } = this.#options;
    const picture = (this.#picture = new FirstPicture({ video, codecs, start: segment.start, startAt }));
    const init = entry.fetch(map);
    const bytes = entry.fetch(segment.url, chunk => picture.add(chunk));
    picture.begin(new Uint8Array(await init.body));
    await bytes.body;
    await picture.end();
  }
}
