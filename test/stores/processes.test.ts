import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { ServerProcess, runToEnd } from '../fixtures/server-process.js';
import { makeShow } from '../fixtures/show.js';
import { Page } from '../fixtures/server-pair.js';

const redis = await RedisServer.start();
const folder = mkdtempSync(join(tmpdir(), 'qunlive-processes-'));
after(async () => {
  await redis.end();
  rmSync(folder, { recursive: true, force: true });
});
const TOTAL = 40;
const show = join(folder, 'spring.json');
const [coupon] = makeShow().coupons;
writeFileSync(show, JSON.stringify(makeShow({ coupons: [{ ...coupon!, total: TOTAL }] })));
const env = { QUNLIVE_STORE: redis.address };
const start = () => ServerProcess.start([show, '--port', '0', '--log', 'silent'], env);

async function joinAt(url: string, bearer?: string): Promise<string> {
  const headers = new Headers(bearer ? { authorization: `Bearer ${bearer}` } : {});
  const answer = await fetch(`${url}/v1/rooms/spring/session`, { method: 'POST', headers });
  return ((await answer.json()) as { token: string }).token;
}

/** As a client does: with the same key, at another server when this one is gone, until there is an answer. */
async function send(urls: readonly string[], token: string, key: string, command: object) {
  for (let attempt = 0; ; attempt += 1) {
    const url = urls[attempt % urls.length]!;
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    };
    const body = JSON.stringify(command);
    const answer = await fetch(`${url}/v1/rooms/spring/commands`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
    if (answer?.status === 200) return (await answer.json()) as { result?: string; code?: string };
    if (answer && answer.status < 500 && answer.status !== 429) throw new Error(await answer.text());
  }
}

test('two processes show one room; one is killed in the middle: nothing is lost and nothing is there twice', async () => {
  const servers = await Promise.all([start(), start()]);
  const urls = servers.map(server => server.url);
  const [one, other] = urls as [string, string];
  const pages = [await Page.open(one), await Page.open(other)];
  try {
    // Processes that share a store share the host's token too.
    assert.equal(servers[0]!.hostToken, servers[1]!.hostToken);
    const host = await joinAt(one, servers[1]!.hostToken);
    await send([other], host, 'live', { type: 'phase.set', phase: 'live' });
    await send([one], host, 'pin', { type: 'pin.add', productId: 'a' });
    await send([other], host, 'open', { type: 'coupon.open', couponId: 'plain' });
    for (const page of pages) await page.until(() => page.log.position?.seq === 4 && page.online === 2);

    // Joined at one of them and good at both; every claim is sent twice, to one and to the other.
    const viewers = await Promise.all(Array.from({ length: TOTAL + 10 }, (_, i) => joinAt(urls[i % 2]!)));
    const answers = new Map<number, string[]>();
    const said: string[] = [];
    let answered = 0;
    let killed: Promise<unknown> | undefined;
    const visit = async (token: string, i: number) => {
      const claim = { type: 'coupon.claim', couponId: 'plain' };
      const order = i % 2 ? [one, other] : [other, one];
      for (const round of [order, [...order].reverse()]) {
        const { code } = await send(round, token, `claim-${i}`, claim);
        answers.set(i, [...(answers.get(i) ?? []), code ?? 'none']);
        answered += 1;
        if (answered === TOTAL) killed = servers[0]!.end('SIGKILL');
      }
      await send(order, token, `say-${i}`, { type: 'comment.send', text: `words ${i}` });
      said.push(`words ${i}`);
    };
    await Promise.all(viewers.map(visit));
    await killed;

    const codes = [...answers.values()].map(([first, second]) => {
      assert.equal(first, second, 'the same viewer, another code');
      return first!;
    });
    const won = codes.filter(code => code !== 'none');
    assert.equal(won.length, TOTAL);
    assert.equal(new Set(won).size, TOTAL);
    // Whoever was at the one that is gone comes back to the other and finds everything there.
    const back = await Page.open(other);
    pages.push(back);
    await pages[1]!.until(() => pages[1]!.log.state?.coupons[0]?.soldOut === true);
    assert.deepEqual(back.log.state, pages[1]!.log.state);

    const store = await RedisStore.open({ address: redis.address });
    const { left, commentCount } = await store.load('spring');
    assert.deepEqual([left.plain, commentCount], [0, said.length]);
    const kept = await store.comments('spring', { standing: 'shown', limit: 1000 });
    assert.deepEqual(kept.map(comment => comment.text).sort(), said.sort());
    const log = await store.history('spring', { after: 0, limit: 99, types: ['coupon.sold-out'] });
    assert.equal(log.events.length, 1);
    await store.close();
  } finally {
    for (const page of pages) page.close();
    await Promise.all(servers.map(server => server.end('SIGKILL')));
  }
});

test('a store that cannot be read is refused at the start, without its password', async () => {
  const { code, stderr } = await runToEnd(['serve', show], { QUNLIVE_STORE: 'redis://me:hush@a,b' });
  assert.equal(code, 2);
  assert.match(stderr, /QUNLIVE_STORE: .*redis\+cluster/);
  assert.ok(!stderr.includes('hush'));
});
