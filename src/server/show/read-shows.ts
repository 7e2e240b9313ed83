import type { Show } from '../../protocol/index.js';
import { parseShow } from './parse-show.js';
import { readJson } from './read-json.js';

export interface ShowFile {
  file: string;
  show: Show;
}

/** Show files that cannot be played. `faults`: all of them, each with its file and place. */
export class ShowFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ShowFault';
    this.faults = faults;
  }
}

/** Reads and checks all files before it complains about any. Throws ShowFault. */
export async function readShows(files: readonly string[]): Promise<ShowFile[]> {
  const results = await Promise.all(files.map(readShow));
  const faults = results.flatMap(result => result.faults ?? []);
  const shows = results.flatMap(({ file, show }) => (show ? [{ file, show }] : []));
  const rooms = new Map<string, string>();
  for (const { file, show } of shows) {
    const other = rooms.get(show.room);
    if (other !== undefined) faults.push(`${file}: room: ${other} is for room "${show.room}" as well`);
    rooms.set(show.room, file);
  }
  if (faults.length > 0) throw new ShowFault(faults);
  return shows;
}

async function readShow(file: string): Promise<{ file: string; show?: Show; faults?: string[] }> {
  const read = await readJson(file);
  if ('fault' in read) return { file, faults: [read.fault] };
  const { show, faults } = parseShow(read.value);
  if (show) return { file, show };
  return {
    file,
    faults: faults.map(({ path, message }) =>
      path ? `${file}: ${path}: ${message}` : `${file}: ${message}`,
    ),
  };
}
