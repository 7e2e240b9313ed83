import { explainShareFault, shareFaultsIn } from '../../core/share-rules.js';
import { QunError } from '../../protocol/index.js';

/** Throws `malformed` where `value`, at `path` of a command, promises something for passing the room on. */
export function checkWords(value: unknown, path: string): void {
  const [found] = shareFaultsIn(value, path);
  if (found) throw new QunError('malformed', { detail: explainShareFault(found.fault), path: found.path });
}
