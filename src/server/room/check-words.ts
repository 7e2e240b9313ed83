import { explainShareFault, shareFaultsIn } from '../../core/share-rules.js';
import { QunError, type Code } from '../../protocol/index.js';

/** Throws `code` where `value`, at `path` of a command, promises something for passing the room on. */
export function checkWords(value: unknown, path: string, code: Code = 'malformed'): void {
  const [found] = shareFaultsIn(value, path);
  if (found) throw new QunError(code, { detail: explainShareFault(found.fault), path: found.path });
}
