import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test, { after } from 'node:test';
import { freePort } from '../../../test/tools/free-port.js';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { MerchantKey, SIGNATURE_HEADER } from './merchant-key.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';

const QUNLIVE_MERCHANT_SECRET = 'a secret of the shop, and long';
const folder = mkdtempSync(join(tmpdir(), 'qunlive-examples-'));
after(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

/** File name → text, in the order of the page. */
const examplesIn = (page: string) =>
  new Map(
    [...page.matchAll(/<!-- example (\S+) -->\n+```\w+\n(.*?)^```/gms)].map(([, name, text]) => [
      name!,
      text!,
    ]),
  );

const examples = examplesIn(read('merchant.md'));
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;
/** Whoever runs the tests has Node; the others are tried wherever they are. */
const needs: Record<string, string[]> = {
  node: [],
  sh: ['curl', 'openssl'],
  python3: ['python3'],
  php: ['php'],
};
const programs = Object.keys(needs).filter(name => needs[name]!.every(isThere));
const runs: Record<string, (file: string, port: number) => string[]> = {
  mjs: file => ['node', file],
  sh: file => ['sh', file],
  py: file => ['python3', file],
  php: (file, port) => ['php', ...(port ? ['-S', `127.0.0.1:${port}`] : []), file],
};

function start(name: string, env: NodeJS.ProcessEnv, port = 0): ChildProcess | undefined {
  const file = join(folder, name);
  writeFileSync(file, examples.get(name)!);
  const [program, ...words] = runs[name.split('.')[1]!]!(file, port);
  if (!programs.includes(program!)) return undefined;
  const all = { ...process.env, NO_COLOR: '1', QUNLIVE_MERCHANT_SECRET, ...env };
  return spawn(program!, words, { env: all, stdio: ['ignore', 'pipe', 'pipe'] });
}

test('both pages have the same examples', () => {
  assert.deepEqual([...examplesIn(read('merchant.zh-CN.md'))], [...examples]);
  assert.deepEqual([...examples.keys()].map(name => name.replace(/\.\w+$/, '')).sort(), [
    ...Array<string>(3).fill('receive'),
    ...Array<string>(4).fill('send'),
  ]);
});

for (const name of [...examples.keys()].filter(one => one.startsWith('send'))) {
  test(`${name}: the order arrives`, async () => {
    const store = await SqliteStore.open({ folder: ':memory:' });
    const trade = { secrets: [QUNLIVE_MERCHANT_SECRET] };
    const it = await ServerUnderTest.start({ store, trade });
    try {
      const child = start(name, { QUNLIVE_ROOM: `${await it.listen()}${it.base}` });
      if (!child) return;
      let said = '';
      for (const stream of [child.stdout!, child.stderr!]) stream.on('data', text => (said += String(text)));
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(code, 0, said);
      assert.match(said, /kept/);
      const [order] = await store.orders('spring', 'customer-77');
      assert.deepEqual([order?.orderId, order?.status, order?.items?.length], ['A-1001', 'paid', 1], said);
    } finally {
      await it.close();
    }
  });
}

for (const name of [...examples.keys()].filter(one => one.startsWith('receive'))) {
  test(`${name}: what happens is written down once, and nothing that is forged`, async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const child = start(name, { PORT: String(port), BOOKS: join(folder, 'books.txt') }, port);
    if (!child) return;
    const lines: string[] = [];
    let wake = () => {};
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface(stream).on('line', line => {
        if (/claim\.won \{/.test(line)) lines.push(line);
        wake();
      });
    }
    const trade = { secrets: [QUNLIVE_MERCHANT_SECRET], webhook: url, everyMs: 50 };
    const it = await ServerUnderTest.start({ trade });
    try {
      await it.host({ type: 'coupon.open', couponId: 'plain' });
      const claim = async () => it.send((await it.join()).token, { type: 'coupon.claim', couponId: 'plain' });
      const codes = [String((await claim()).body.code), String((await claim()).body.code)];
      while (lines.length < 2) await new Promise<void>(resolve => (wake = resolve));
      codes.forEach((code, i) => assert.match(lines[i]!, new RegExp(`claim.won .*${code}`)));
      const events = [{ id: 'one-thing', type: 'claim.won', at: 1, data: { code: 'ONCE' } }];
      const body = JSON.stringify({ v: 1, room: 'spring', events });
      const deliver = async (signed: string) => {
        const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signed };
        return (await fetch(url, { method: 'POST', headers, body })).status;
      };
      const key = new MerchantKey([QUNLIVE_MERCHANT_SECRET]);
      const other = new MerchantKey(['another secret of another shop', QUNLIVE_MERCHANT_SECRET]);
      const genuine = [key.sign(body, Date.now()), other.sign(body, Date.now())];
      const forged = ['', 't=1', key.sign(`${body} `, Date.now()), key.sign(body, Date.now() - 400_000)];
      for (const signed of forged) assert.equal(await deliver(signed), 401, signed);
      for (const signed of genuine) assert.equal(await deliver(signed), 204);
      while (lines.length < 3) await new Promise<void>(resolve => (wake = resolve));
      assert.equal(lines.filter(line => line.includes('ONCE')).length, 1);
      assert.equal(lines.length, 3);
    } finally {
      await it.close();
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  });
}
