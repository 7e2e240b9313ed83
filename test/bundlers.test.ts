/** A shop that has our package and not WeCom's, which is optional, bundles our entries all the same, whatever it bundles with. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { after, before } from 'node:test';
import { build } from 'vite';
import { root } from './tools/install.mjs';

const shop = mkdtempSync(join(tmpdir(), 'qunlive-bundlers-'));
const entry = join(shop, 'entry.js');
const neighbours = ['lit', 'nanostores', 'valibot', 'lean-qr', 'hls.js'];
before(() => {
  // A copy: a link would lead into this project, where WeCom's package stands.
  const ours = join(shop, 'node_modules/qunlive');
  mkdirSync(ours, { recursive: true });
  cpSync(join(root, 'package.json'), join(ours, 'package.json'));
  cpSync(join(root, 'dist/esm'), join(ours, 'dist/esm'), { recursive: true });
  for (const name of neighbours) {
    symlinkSync(join(root, 'node_modules', name), join(shop, 'node_modules', name), 'junction');
  }
  writeFileSync(join(shop, 'package.json'), '{"name":"shop","type":"module"}');
  writeFileSync(entry, "import 'qunlive/define/qun-share-to-group.js';");
});
after(() => rmSync(shop, { recursive: true }));

/** What others of our packages stand on, as they have it. */
const partOf = async <T>(owner: string, name: string): Promise<T> => {
  const from = createRequire(createRequire(join(root, 'package.json')).resolve(owner));
  return (await import(pathToFileURL(from.resolve(name)).href)) as T;
};

/** The call for the missing package stays, or fails when it is made; what stands around it goes on without. */
function holds(code: string): void {
  assert.match(code, /define(?:Once)?\("qun-share-to-group", /);
  assert.match(code, /shareToExternalChat/, 'what shares by WeCom is there');
  assert.doesNotMatch(code, /Missing corpId/, "WeCom's package has come from somewhere");
}

interface Esbuild {
  build(options: object): Promise<{ outputFiles: { text: string }[] }>;
}
test('with esbuild', async () => {
  const esbuild = await partOf<Esbuild>('tsx', 'esbuild');
  const { outputFiles } = await esbuild.build({
    ...{ entryPoints: [entry], absWorkingDir: shop, outdir: join(shop, 'out') },
    ...{ bundle: true, splitting: true, format: 'esm', write: false, logLevel: 'error' },
  });
  holds(outputFiles.map(({ text }) => text).join('\n'));
});

interface Rolldown {
  rolldown(options: object): Promise<{ generate(): Promise<{ output: { code?: string }[] }> }>;
}
test('with rolldown', async () => {
  const { rolldown } = await partOf<Rolldown>('vite', 'rolldown');
  const bundle = await rolldown({ input: entry, cwd: shop, logLevel: 'silent' });
  const { output } = await bundle.generate();
  holds(output.map(({ code }) => code ?? '').join('\n'));
});

test('with vite', async () => {
  const [result] = [
    await build({
      ...{ root: shop, configFile: false, logLevel: 'silent' },
      build: { write: false, minify: false, rolldownOptions: { input: entry } },
    }),
  ].flat();
  if (!result || !('output' in result)) throw new Error('nothing was built');
  holds(result.output.map(chunk => (chunk.type === 'chunk' ? chunk.code : '')).join('\n'));
});
