import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pageTarget } from '../../../vite.config.js';
import { root } from '../../tools/install.mjs';
import { pageSource } from '../../tools/build/page-source.js';

const here = fileURLToPath(new URL('peers/', import.meta.url));
export const outDir = join(root, 'test/results/comments/');

/** These need no package but our own. */
const alone = /^(qun-.+|empty|naive|newest-\d+)$/;

/** Installs the peers where they are missing, and builds one script for each name; ours from the sources as they are. */
export async function buildContenders(names: readonly string[]): Promise<void> {
  if (!names.every(name => alone.test(name)) && !existsSync(join(here, 'node_modules'))) {
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: here,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0)
      throw new Error('The peers could not be installed; the bench needs the npm registry once.');
  }
  for (const name of names) {
    await build({
      root: here,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [pageSource(join(root, 'src'))],
      build: {
        target: pageTarget,
        outDir: join(outDir, name),
        lib: { entry: join(here, `${name}.js`), formats: ['es'], fileName: () => `${name}.js` },
        rolldownOptions: { output: { minify: true, chunkFileNames: '[name].js' } },
      },
    });
  }
}
