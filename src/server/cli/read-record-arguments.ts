import type { ParseArgsConfig } from 'node:util';
import { parseWords, wrong } from './words.js';

export interface RecordArguments {
  command: 'record';
  /** URL of a room, or with `data` its name. */
  room: string;
  to: string;
  data: string | undefined;
  stream: string | undefined;
  base: string | undefined;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  to: { type: 'string' },
  data: { type: 'string' },
  stream: { type: 'string' },
  base: { type: 'string' },
} satisfies ParseArgsConfig['options'];

export const recordHelp = `qunlive record: a room as a folder of files, to be watched again from any web server

  qunlive record https://live.shop.example/v1/rooms/spring --to ./spring
  qunlive record spring --data ./qunlive-data --to ./spring

The first goes along with a running server, or with the cache in front of it, until the show is
over. The second reads the data of a server that is stopped, or a Redis. Either may be stopped
with Ctrl+C and started again: it goes on where it was.

  --to <folder>               where to; made where it is missing
  --data <folder or address>  the data of the server, as in qunlive serve --data, or
                              redis://host:6379; then the room is named, not addressed
  --stream <url>              the recorded picture, instead of what the room played last
  --base <url>                what relative addresses in the show are relative to; default: the
                              room's URL, and with --data the folder itself

Put the folder on a web server and write its address where a room's would stand:
<qun-live-room room="https://cdn.shop.example/spring/room.json">
`;

/** What was asked for behind `qunlive record`. Throws `bad-config` that says what to type instead. */
export function readRecordArguments(words: readonly string[]): RecordArguments | { command: 'help-record' } {
  const { values, positionals } = parseWords(words, options);
  if (values.help) return { command: 'help-record' };
  const { to, data, stream, base } = values;
  const [room, more] = positionals;
  if (room === undefined) throw wrong('which room? qunlive record <url of the room> --to <folder>');
  if (more !== undefined) throw wrong(`one room at a time, not "${more}" as well`);
  if (to === undefined) throw wrong('where to? qunlive record <url of the room> --to <folder>');
  const isUrl = URL.canParse(room) && /^https?:$/.test(new URL(room).protocol);
  if (data === undefined && !isUrl)
    throw wrong(`"${room}" is no URL; a room in a server's data is named with --data`);
  if (data !== undefined && isUrl)
    throw wrong('with --data the room is named, as in qunlive record spring --data …');
  return { command: 'record', room, to, data, stream, base };
}
