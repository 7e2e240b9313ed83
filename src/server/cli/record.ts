import { recordRoom } from '../record/record-room.js';
import type { RecordArguments } from './read-record-arguments.js';
import { untilStopped } from './until-stopped.js';

/** Records a room until its show is over or it is told to stop. */
export async function record({ room, to, data, stream, base }: RecordArguments): Promise<void> {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const tell = (line: string) => process.stderr.write(`${room}: ${line}\n`);
  const done = await recordRoom({ room, to, data, stream, base, tell, signal: stop.signal });
  tell(done ? `all of it is in ${to}` : `stopped; run it again to go on, ${to} is kept`);
}
