import { DataSource } from '../record/data-source.js';
import { HttpSource } from '../record/http-source.js';
import { Recorder } from '../record/recorder.js';
import type { RecordSource } from '../record/record-source.js';
import { chooseStore } from '../store/open-store.js';
import type { RecordArguments } from './read-record-arguments.js';
import { untilStopped } from './until-stopped.js';

/** Records a room until its show is over or it is told to stop. */
export async function record({ room, to, data, stream, base }: RecordArguments): Promise<void> {
  const source = data === undefined ? new HttpSource(room) : await openData(data, room);
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const tell = (line: string) => process.stderr.write(`${room}: ${line}\n`);
  try {
    const done = await new Recorder({ source, folder: to, stream, base, tell, signal: stop.signal }).run();
    tell(done ? `all of it is in ${to}` : `stopped; run it again to go on, ${to} is kept`);
  } finally {
    await source.close();
  }
}

async function openData(data: string, room: string): Promise<RecordSource> {
  const address = /^(sqlite|rediss?)(\+cluster)?:/.test(data) ? data : `sqlite:${data}`;
  const choice = chooseStore(address);
  const store = await choice.open(message => process.stderr.write(`qunlive: ${message}\n`));
  try {
    // One process owns such a folder, and now it is us.
    return await DataSource.open(store, room, { fixed: choice.kind === 'sqlite' });
  } catch (error) {
    await store.close();
    throw error;
  }
}
