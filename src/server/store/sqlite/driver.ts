import { spawnSync } from 'node:child_process';
import { QunError } from '../../../protocol/index.js';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

export interface SqliteStatement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

/** The part of `DatabaseSync` we use; Node's own and @photostructure/sqlite share it. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

type OpenDatabase = (path: string) => SqliteDatabase;
interface Driver {
  DatabaseSync: new (path: string) => SqliteDatabase;
}

const ADDON = '@photostructure/sqlite';
let found: Promise<OpenDatabase> | undefined;

/** Node's own SQLite where there is one (22.13 and later), otherwise the add-on. Looked for once per process. */
export function sqliteDriver(): Promise<OpenDatabase> {
  found ??= load().then(
    ({ DatabaseSync }) =>
      path =>
        new DatabaseSync(path),
  );
  return found;
}

async function load(): Promise<Driver> {
  // In a variable, so that no bundler and no older Node looks for it before it runs.
  const builtIn = 'node:sqlite';
  try {
    return (await import(/* @vite-ignore */ builtIn)) as Driver;
  } catch {
    // An older Node: the add-on does the same.
  }
  probe(import.meta.resolve(ADDON));
  return import('@photostructure/sqlite');
}

/** A native add-on that does not suit this Node ends the process, which nothing can catch: a child tries it first. */
function probe(address: string): void {
  const script = `import(${JSON.stringify(address)}).then(m => new m.DatabaseSync(':memory:').close())`;
  const { status, signal, stderr } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status === 0) return;
  const why = signal ? `it ended by ${signal}` : stderr.trim().split('\n').slice(-1)[0];
  throw new QunError('bad-config', {
    detail: `${ADDON} does not run on Node ${process.version} (${why}). Reinstall it, or use Node 22.13 or later.`,
  });
}
