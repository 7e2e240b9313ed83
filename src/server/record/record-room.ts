import { chooseStore } from '../store/open-store.js';
import { DataSource } from './data-source.js';
import { HttpSource } from './http-source.js';
import type { RecordSource } from './record-source.js';
import { Recorder, type RecorderOptions } from './recorder.js';

export interface RecordRoomOptions extends Pick<RecorderOptions, 'stream' | 'base' | 'tell' | 'signal'> {
  /** URL of a room, or with `data` its name. */
  room: string;
  /** Folder to write to; one that holds the beginning of the same recording is gone on with. */
  to: string;
  /** Folder or address of a server's data, instead of a running server. */
  data?: string | undefined;
}

/**
 * Writes a room down as a folder of files until its show is over. True: all of it is written. False: stopped before by
 * `signal`. Rejects with a QunError.
 */
export async function recordRoom({ room, to, data, ...options }: RecordRoomOptions): Promise<boolean> {
  const source = data === undefined ? new HttpSource(room) : await openData(data, room, options.tell);
  try {
    return await new Recorder({ ...options, source, folder: to }).run();
  } finally {
    await source.close();
  }
}

async function openData(data: string, room: string, tell?: (line: string) => void): Promise<RecordSource> {
  const address = /^(sqlite|rediss?)(\+cluster)?:/.test(data) ? data : `sqlite:${data}`;
  const choice = chooseStore(address);
  const store = await choice.open(message => tell?.(message));
  try {
    // One process owns such a folder, and now it is us.
    return await DataSource.open(store, room, { fixed: choice.kind === 'sqlite' });
  } catch (error) {
    await store.close();
    throw error;
  }
}
