import { createHash } from 'node:crypto';
import type { ParsedCommand } from '../../protocol/index.js';

/** Of a parsed command, so that white space and the order of names make no difference. */
export function fingerprint(command: ParsedCommand): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 22);
}
