// Installs the other players where they are missing and builds one module page-script for each, as their docs say.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
export const peers = ['media-chrome', 'vidstack', 'mux-player'];
export const outDir = fileURLToPath(new URL('../../results/peers/', import.meta.url));

/** Builds into test/results/peers; does nothing where that has been done. */
export async function buildPeers() {
  if (!existsSync(`${here}node_modules`)) {
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: here,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0)
      throw new Error('The other players could not be installed; the bench needs the npm registry once.');
  }
  for (const peer of peers) {
    if (existsSync(`${outDir}${peer}/${peer}.js`)) continue;
    await build({
      root: here,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        target: 'es2022',
        outDir: `${outDir}${peer}`,
        lib: { entry: `${here}${peer}.js`, formats: ['es'], fileName: () => `${peer}.js`, cssFileName: peer },
        rolldownOptions: { output: { minify: true, chunkFileNames: '[name]-[hash].js' } },
      },
    });
  }
}
