/** What npm would publish, as the people who install it meet it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { publint } from 'publint';
import { build } from 'vite';
import { root } from './tools/install.mjs';

test('every export leads to a file of the right kind', async () => {
  const { messages } = await publint({ pkgDir: root, strict: true, pack: false });
  assert.deepEqual(messages, []);
});

/** Runs plain Node in the project's folder, where the package knows itself by name. */
const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

test('Node reads the wire, the room and the server without a bundler', () => {
  const code = `
    const [wire, room, format, server, faults, conformance] = await Promise.all(
      ['protocol.js', 'room.js', 'format.js', 'server', 'faults', 'conformance'].map(name => import('qunlive/' + name)));
    console.log(typeof wire.parseTick, typeof room.createRoom, typeof server.createRoomServer,
      format.formatMoney({ minor: 12900, currency: 'CNY' }, 'zh-CN'),
      (await (await faults.FaultOrigin.open()).stream('a').answer('lo/init.mp4')).status, conformance.checks.length > 50);`;
  assert.equal(node('--input-type=module', '-e', code).trim(), 'function function function ¥129 200 true');
});

test('the command runs by itself and explains itself', () => {
  const command = join(root, 'dist/server/cli.js');
  assert.ok(process.platform === 'win32' || (statSync(command).mode & 0o111) !== 0, 'it is not executable');
  assert.match(node(command, '--help'), /qunlive serve/);
});

/** A shop's project that has installed the package. */
const shop = mkdtempSync(join(tmpdir(), 'qunlive-shop-'));
mkdirSync(join(shop, 'node_modules'));
symlinkSync(root, join(shop, 'node_modules/qunlive'), 'junction');
after(() => rmSync(shop, { recursive: true }));

/** What the shop's bundler keeps of `code`. */
async function bundleOf(code: string): Promise<string> {
  writeFileSync(join(shop, 'entry.js'), code);
  const [result] = [
    await build({
      root: shop,
      configFile: false,
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: false,
        lib: { entry: join(shop, 'entry.js'), formats: ['es'], fileName: 'shop' },
      },
    }),
  ].flat();
  if (!result || !('output' in result)) throw new Error('nothing was built');
  return result.output.map(chunk => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}

const registers = (code: string, tag: string): boolean =>
  code.includes(`define("${tag}", `) || code.includes(`"${tag}": Qun`);
const tags = readdirSync(join(root, 'dist/esm/define')).flatMap(
  file => /^(qun-.*)\.js$/.exec(file)?.[1] ?? [],
);

test('a bundler keeps what registers a tag', async () => {
  const code = await bundleOf("import 'qunlive/define/qun-sheet.js';");
  assert.ok(registers(code, 'qun-sheet'));
});

test('a bundler keeps every viewer element of the whole kit', async () => {
  const code = await bundleOf("import 'qunlive';");
  const staffs = ['qun-host-desk', 'qun-guide-desk', 'qun-room-report'];
  const viewers = tags.filter(tag => !staffs.includes(tag));
  assert.deepEqual(
    viewers.filter(tag => !registers(code, tag)),
    [],
  );
});

test('a bundler drops a class nobody uses, and registers nothing for one that is used', async () => {
  const unused = await bundleOf("import { QunSheet } from 'qunlive/elements/sheet.js';");
  assert.ok(!unused.includes('QunSheet'));
  const used = await bundleOf("import { QunSheet } from 'qunlive/elements/sheet.js'; export { QunSheet };");
  assert.ok(used.includes('QunSheet') && !registers(used, 'qun-sheet'));
});
