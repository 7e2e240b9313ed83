import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles `entry` and all of ours that it imports as the shipped server is, and answers with the file to run: a loader
 * that compiles as it goes names each function once more, which a claim would pay for. The folder is the caller's.
 */
export async function asShipped(entry: URL): Promise<{ folder: string; file: string }> {
  const results = join(root, 'test/results');
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(results, 'shipped-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: fileURLToPath(entry),
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'entry.js' } },
    },
  });
  return { folder, file: join(folder, 'entry.js') };
}
