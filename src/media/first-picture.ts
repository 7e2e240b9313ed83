import { fragmentStart, holdsFragment } from './mp4-times.js';

type Bytes = Uint8Array<ArrayBuffer>;

const joined = (chunks: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};

export interface FirstPictureOptions {
  video: HTMLVideoElement;
  /** As in RFC 6381. */
  codecs: string;
  /** Where the segment lies in its playlist, s. */
  start: number;
  /** Where in it the picture begins, s. Default: at its beginning. */
  startAt?: number | undefined;
}

/**
 * Shows a segment while its bytes come in. It is put where the playlist says that it lies, as the engine will do with all
 * that follow, so that the engine can go on with the same source and its buffer.
 */
export class FirstPicture {
  /** Whether a browser takes media of these codecs in pieces. */
  static can(codecs: string): boolean {
    return typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(`video/mp4; codecs="${codecs}"`);
  }

  readonly source = new MediaSource();
  readonly codecs: string;
  readonly #video: HTMLVideoElement;
  readonly #start: number;
  readonly #startAt: number;
  readonly #url = URL.createObjectURL(this.source);
  readonly #queue: Bytes[] = [];
  readonly #ended: Promise<void>;
  #end!: () => void;
  #buffer: SourceBuffer | undefined;
  #init: Bytes | undefined;
  #placed = false;
  #closing = false;
  #failed = false;
  #whole = false;
  #given = false;

  constructor({ video, codecs, start, startAt = start }: FirstPictureOptions) {
    this.codecs = codecs;
    this.#video = video;
    this.#start = start;
    this.#startAt = startAt;
    this.#ended = new Promise(resolve => (this.#end = resolve));
    this.source.addEventListener('sourceopen', () => this.#open(), { once: true });
    video.addEventListener('error', this.#fail);
    video.src = this.#url;
  }

  /** Its segment is in the buffer, whole, and nothing is on its way. */
  get good(): boolean {
    return this.#whole && !this.#failed && this.source.readyState === 'open';
  }

  get buffer(): SourceBuffer {
    return this.#buffer!;
  }

  begin(init: Bytes): void {
    this.#init = init;
    this.#append();
  }

  add(chunk: Bytes): void {
    this.#queue.push(chunk);
    this.#append();
  }

  /** Resolves when all that was added is in the buffer, and what the engine appends would lie where it says. */
  async end(): Promise<void> {
    this.#closing = true;
    this.#append();
    await this.#ended;
    if (this.#failed) return;
    this.buffer.timestampOffset = 0;
    this.#whole = true;
  }

  /** Leaves source and buffer to somebody else. */
  handOver(): void {
    this.#given = true;
    this.#video.removeEventListener('error', this.#fail);
  }

  /** Takes it out of the video again. */
  stop(): void {
    if (this.#given) return;
    this.handOver();
    this.#fail();
    if (this.#video.src === this.#url) {
      this.#video.removeAttribute('src');
      this.#video.load();
    }
    URL.revokeObjectURL(this.#url);
  }

  #open(): void {
    if (this.#failed) return;
    try {
      this.#buffer = this.source.addSourceBuffer(`video/mp4; codecs="${this.codecs}"`);
      this.#buffer.addEventListener('updateend', () => {
        if (this.#given) return;
        this.#seek();
        this.#append();
      });
      this.#buffer.addEventListener('error', this.#fail);
    } catch {
      return this.#fail();
    }
    this.#append();
  }

  /** As soon as there is something to seek to. */
  #seek(): void {
    const { buffered, currentTime } = this.#video;
    if (buffered.length === 0) return;
    const at = Math.max(buffered.start(0), this.#startAt);
    if (currentTime < at) this.#video.currentTime = at;
  }

  #append(): void {
    const buffer = this.#buffer;
    const init = this.#init;
    if (this.#failed || !buffer || buffer.updating || !init) return;
    try {
      if (!this.#placed) {
        const media = joined(this.#queue);
        if (!holdsFragment(media)) {
          if (this.#closing) this.#fail();
          return;
        }
        const start = fragmentStart(init, media);
        if (start === undefined) return this.#fail();
        buffer.timestampOffset = this.#start - start;
        this.#placed = true;
        return buffer.appendBuffer(init);
      }
      if (this.#queue.length > 0) return buffer.appendBuffer(joined(this.#queue.splice(0)));
    } catch {
      return this.#fail();
    }
    if (this.#closing) this.#end();
  }

  readonly #fail = (): void => {
    this.#failed = true;
    this.#end();
  };
}
