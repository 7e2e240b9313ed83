import { initOf, readFragment, sliceFragment, writeFragment } from './fragment.js';
import type { MediaFolder } from './media-folder.js';
import { moved } from './mp4.js';
import type { Slot } from './timeline.js';
import { toTransportStream } from './transport-stream.js';

/** The rendition that holds nothing but sound, where sound is served apart. */
export const SOUND = 'sound';

/** What a piece of media is taken from. */
export interface Source {
  /** Folder of its files. */
  rendition: string;
  /** Only this kind of it. */
  only?: 'video' | 'audio' | undefined;
}

/** Makes the bytes of a stream from the loop of segments in a folder. */
export class StreamMedia {
  readonly #folder: MediaFolder;

  constructor(folder: MediaFolder) {
    this.#folder = folder;
  }

  async init({ rendition, only }: Source): Promise<Buffer> {
    const init = await this.#folder.init(rendition);
    const track = only && this.#track(only);
    return track === undefined ? init : initOf(init, track);
  }

  async segment(source: Source, slot: Slot): Promise<Buffer> {
    const media = await this.#moved(source, slot);
    const track = source.only && this.#track(source.only);
    if (track === undefined) return media;
    return writeFragment(
      slot.n + 1,
      readFragment(media).filter(({ id }) => id === track),
    );
  }

  /** Piece `index` of `count` equal ones. */
  async part(source: Source, slot: Slot, index: number, count: number): Promise<Buffer> {
    const { segmentSeconds, tracks } = this.#folder.set;
    const length = segmentSeconds / count;
    const scales = new Map(tracks.map(({ id, timescale }) => [id, timescale]));
    const whole = readFragment(await this.segment(source, slot));
    const last = index === count - 1;
    const part = sliceFragment(whole, scales, index * length, last ? Infinity : (index + 1) * length);
    return writeFragment(slot.n * count + index + 1, part);
  }

  async packets(source: Source, slot: Slot): Promise<Buffer> {
    const { tracks } = this.#folder.set;
    return toTransportStream(
      await this.#folder.init(source.rendition),
      await this.#moved(source, slot),
      tracks,
    );
  }

  async #moved({ rendition }: Source, { n, zero }: Slot): Promise<Buffer> {
    const { segmentCount, tracks } = this.#folder.set;
    const index = n % segmentCount;
    const file = await this.#folder.segment(rendition, index);
    const ticks = new Map(
      tracks.map(track => [track.id, (track.loopTicks / segmentCount) * (n - zero - index)]),
    );
    return moved(file, n + 1, id => BigInt(Math.round(ticks.get(id) ?? 0)));
  }

  #track(kind: 'video' | 'audio'): number | undefined {
    return this.#folder.set.tracks.find(track => track.kind === kind)?.id;
  }
}
