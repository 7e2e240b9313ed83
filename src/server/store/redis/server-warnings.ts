import { QunError } from '../../../protocol/index.js';
import type { Certainty } from './redis-address.js';

/**
 * What could be set better, as `INFO` tells it, and `appendfsync` where it may be known. Throws `bad-config` where this server cannot do what is
 * asked.
 */
export function serverWarnings(info: string, appendfsync: string | undefined, { disk }: Certainty): string[] {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const version = value('valkey_version') ?? value('redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 6) throw old(version, '6.0');
  if (disk && major === 7 && minor < 2) throw old(version, '7.2 for ?disk=1');
  if (disk && major < 7) throw old(version, '7.2 for ?disk=1');
  const warnings: string[] = [];
  if (value('aof_enabled') === '0')
    warnings.push('Redis keeps no append-only file: set appendonly yes, or a restart loses claims');
  else if (!disk && appendfsync !== undefined && appendfsync !== 'always')
    warnings.push(
      `Redis answers before it has written (appendfsync ${appendfsync}): set appendfsync always, or one that is killed loses claims`,
    );
  const policy = value('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    warnings.push(`Redis may throw keys away (${policy}): set maxmemory-policy noeviction`);
  return warnings;
}

const old = (version: string, needed: string) =>
  new QunError('bad-config', { detail: `version ${version}: ${needed} or later is needed` });
