import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { parseReferral } from './config.js';

const QUNLIVE_MERCHANT_SECRET = 'a secret of the shop, and long';
const folder = mkdtempSync(join(tmpdir(), 'qunlive-referral-examples-'));
after(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const examplesIn = (page: string) =>
  new Map(
    [...page.matchAll(/<!-- example (\S+) -->\n+```\w+\n(.*?)^```/gms)].map(([, name, text]) => [
      name!,
      text!,
    ]),
  );
const english = read('referral.md');
const examples = examplesIn(english);

test('both pages have the same examples, and name the same parts', () => {
  const chinese = read('referral.zh-CN.md');
  assert.deepEqual([...examplesIn(chinese)], [...examples]);
  const names = (page: string) => [...new Set(page.match(/`[a-zA-Z.]+`/g))].sort();
  assert.deepEqual(names(chinese), names(english));
});

test('the file of the page is one that a server takes', () => {
  const { config, faults } = parseReferral(JSON.parse(examples.get('referral.json')!));
  assert.deepEqual(faults, undefined);
  assert.equal(config?.guides.length, 2);
});

const programs: Record<string, string[]> = { 'read.sh': ['sh', 'curl', 'openssl'], 'read.mjs': ['node'] };
for (const [name, [program, ...others]] of Object.entries(programs)) {
  test(`${name}: the shop reads its figures`, async () => {
    if (!others.every(other => spawnSync(other, ['--version']).status === 0)) return;
    const { config } = parseReferral(JSON.parse(examples.get('referral.json')!));
    const store = await SqliteStore.open({ folder: ':memory:' });
    const at = Date.now();
    const it = await ServerUnderTest.start({
      store,
      referral: config!,
      trade: { secrets: [QUNLIVE_MERCHANT_SECRET] },
    });
    try {
      await store.share('spring', { id: 'LLLLLLLLLLLL', sharer: 'guide:lin', guide: 'lin', depth: 1, at });
      await store.visit('spring', { viewer: 'ann', share: 'LLLLLLLLLLLL', first: true, at }, 1000);
      const total = { minor: 2_000_000, currency: 'CNY' };
      const order = { room: 'spring', orderId: 'A-1001', viewer: 'ann', status: 'paid' as const };
      await store.order({ ...order, total, at: at + 1 });
      const file = join(folder, name);
      writeFileSync(file, examples.get(name)!);
      const QUNLIVE_ROOM = `${await it.listen()}${it.base}`;
      const env = { ...process.env, QUNLIVE_MERCHANT_SECRET, QUNLIVE_ROOM };
      const child = spawn(program!, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += String(text)));
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(code, 0, said);
      assert.match(said, /A-1001,paid,.*,20000\.00,CNY,LLLLLLLLLLLL,lin/);
      assert.match(said, /Silver.*100000/s);
    } finally {
      await it.close();
    }
  });
}
