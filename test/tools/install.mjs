// Plain JavaScript on purpose: this runs on a fresh clone, before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packages by path of one lock file, or an empty object where there is none. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/**
 * The first package that node_modules lacks or holds in another version than package-lock.json, or undefined.
 * npm leaves out optional packages of other platforms, so those may be missing but not wrong.
 */
export function stalePackage(wanted, installed) {
  for (const [path, { version, optional, link, peer }] of Object.entries(wanted)) {
    if (path === '' || link) continue;
    const here = installed[path]?.version;
    if (here === version || (here === undefined && (optional || peer))) continue;
    return { path, wanted: version, installed: here };
  }
  return undefined;
}

/** npm of the running node, so that a shim on PATH cannot answer with another one. */
function npm(args) {
  const windows = process.platform === 'win32';
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
}

/**
 * Makes node_modules match package-lock.json; does nothing where it already does.
 * Progress goes to stderr. Throws with what to do when npm cannot install.
 */
export function ensureInstalled({ log = line => console.error(line) } = {}) {
  const stale = stalePackage(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json'));
  if (!stale) return;
  log(`Installing (${stale.path}: want ${stale.wanted}, have ${stale.installed ?? 'nothing'}) …`);
  const { status, error } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) return;
  throw new Error(`npm ci failed (${error?.message ?? `exit ${status}`}). Run "npm ci" by hand to see why.`);
}
