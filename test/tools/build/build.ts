import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as vite } from 'vite';
import { makeManifest } from '../../../docs/build/manifest.js';
import { modes } from '../../../vite.config.js';
import { root } from '../install.mjs';

const dist = join(root, 'dist');

/** Type declarations, by the compiler itself, in a process of its own so that the bundles need not wait. */
function declarations(): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => (status === 0 ? resolve() : reject(new Error(`tsc: exit ${status}`))));
  });
}

async function bundles(): Promise<void> {
  // One after another: each of them already uses every core.
  for (const config of Object.values(modes)) await vite(config());
  makeCommand(join(dist, 'server/cli.js'));
  cpSync(join(root, 'src/faults/media'), join(dist, 'server/media'), { recursive: true });
  integrity();
  writeJson('custom-elements.json', makeManifest(root));
}

/** npm links the file as a command, so it has to say who runs it. */
function makeCommand(file: string): void {
  const code = readFileSync(file, 'utf8');
  const first = '#!/usr/bin/env node\n';
  if (!code.startsWith('#!')) writeFileSync(file, first + code);
  chmodSync(file, 0o755);
}

/** Subresource integrity of every file a page loads by tag or by `import()`. */
function integrity(): void {
  const files = readdirSync(dist)
    .filter(name => name.endsWith('.js'))
    .sort();
  const hash = (name: string): string =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64')}`;
  writeJson('sri.json', Object.fromEntries(files.map(name => [name, hash(name)])));
}

const writeJson = (name: string, value: unknown): void =>
  writeFileSync(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);

/** Makes dist/ anew. Resolves to the exit code; what went wrong has then been printed. */
export async function build(): Promise<number> {
  const begun = Date.now();
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const results = await Promise.allSettled([declarations(), bundles()]);
  const failures = results.filter(result => result.status === 'rejected');
  for (const { reason } of failures) console.error(reason instanceof Error ? reason.message : reason);
  if (failures.length > 0) return 1;
  console.log(`dist/ in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return 0;
}
