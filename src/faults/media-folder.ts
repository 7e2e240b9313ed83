import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LiveSet } from './live-set.js';

/** The loop of segments a stream is made of: a folder with `live.json` and a folder of files for each rendition. */
export class MediaFolder {
  readonly #files = new Map<string, Promise<Buffer>>();

  private constructor(
    readonly dir: string,
    readonly set: LiveSet,
  ) {}

  /** Rejects when `live.json` cannot be read or is none. Default: the test card that comes along. */
  static async open(dir: string = ownMedia()): Promise<MediaFolder> {
    const set = JSON.parse(await readFile(join(dir, 'live.json'), 'utf8')) as Partial<LiveSet>;
    const { segmentSeconds, segmentCount, tracks, renditions } = set;
    if (!segmentSeconds || !segmentCount || !tracks?.length || !renditions?.length) {
      throw new Error(
        `${join(dir, 'live.json')} does not tell segmentSeconds, segmentCount, tracks, renditions`,
      );
    }
    return new MediaFolder(dir, set as LiveSet);
  }

  init(rendition: string): Promise<Buffer> {
    return this.#file(rendition, 'init.mp4');
  }

  /** Number `index` of the loop. */
  segment(rendition: string, index: number): Promise<Buffer> {
    return this.#file(rendition, `${String(index).padStart(2, '0')}.m4s`);
  }

  #file(rendition: string, name: string): Promise<Buffer> {
    const path = join(this.dir, rendition, name);
    const known = this.#files.get(path);
    if (known) return known;
    const reading = readFile(path);
    this.#files.set(path, reading);
    // A file that could not be read now may be there next time.
    reading.catch(() => this.#files.delete(path));
    return reading;
  }
}

/** Beside this file, or where the package keeps it for the built command. */
function ownMedia(): string {
  const places = ['./media/', '../media/', '../../src/faults/media/', '../../../src/faults/media/'];
  const found = places.map(place => fileURLToPath(new URL(place, import.meta.url)));
  const dir = found.find(place => existsSync(join(place, 'live.json')));
  if (!dir) throw new Error('the test card is not there; name a folder of segments');
  return dir;
}
