// Programs that some checks hold us against: a real Redis, a real cache. Plain JavaScript, as run.mjs asks for them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Program → the package of Debian that has it. */
const packages = { 'redis-server': 'redis-server', nginx: 'nginx-light' };

const runs = file => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a program; undefined where there is none. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .filter(Boolean)
    .map(folder => join(folder, name))
    .find(runs);
}

/** As findProgram, but gets it where there is none: with apt as root on Debian. Throws with what to do when it cannot. */
export function ensureProgram(name) {
  const found = findProgram(name);
  if (found) return found;
  console.error(`No ${name} found; getting it …`);
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    // Installed, and not started: the tests start their own.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] });
    apt('update');
    apt('install', '-y', '--no-install-recommends', packages[name]);
  }
  const got = findProgram(name);
  if (got) return got;
  throw new Error(
    `No ${name}. Install ${packages[name]} (Debian's name for it), or put ${name} on the PATH.`,
  );
}
