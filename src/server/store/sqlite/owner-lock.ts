import { QunError } from '../../../protocol/index.js';
import type { SqliteDatabase } from './driver.js';

/**
 * One process owns a data folder. The lock is a transaction held open on a file beside the data, so the system
 * takes it back however the process ends, and the data itself stays readable for backups.
 */
export function lockOwner(open: (path: string) => SqliteDatabase, path: string): () => void {
  const lock = open(path);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    throw new QunError('bad-config', { detail: `another server is using ${path}`, cause });
  }
  return () => lock.close();
}
