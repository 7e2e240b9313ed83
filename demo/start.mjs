#!/usr/bin/env node
// npm start: installs what is missing, builds what is stale, then runs the demo. Plain JavaScript: it comes first.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from '../test/tools/install.mjs';

/** Newest change under a folder, ms. */
function newest(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))));
}

function stale() {
  const built = ['dist/qunlive.js', 'dist/qunlive-host.js', 'dist/qunlive-hls.js'].map(file =>
    join(root, file),
  );
  if (!built.every(existsSync)) return true;
  const oldest = Math.min(...built.map(file => statSync(file).mtimeMs));
  return ['src', 'package-lock.json', 'vite.config.ts'].some(path => newest(join(root, path)) > oldest);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Qunlive needs Node 20.19 or later; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

try {
  ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (stale()) {
  console.error('Building …');
  const { status } = spawnSync(process.execPath, ['test/tools/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
const child = spawn(process.execPath, ['--import', 'tsx', 'demo/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
