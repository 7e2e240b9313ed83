import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { Bookkeeper } from '../fixtures/bookkeeper.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { ServerProcess } from '../fixtures/server-process.js';
import { makeShow } from '../fixtures/show.js';

const ROOM = '/v1/rooms/spring';

/** A shop whose room servers are killed and started again, and whose books do not always answer. */
class Fleet {
  readonly books: Bookkeeper;
  readonly servers: ServerProcess[] = [];
  readonly #words: readonly string[];
  readonly #env: NodeJS.ProcessEnv;

  constructor(books: Bookkeeper, folder: string, env: NodeJS.ProcessEnv) {
    this.books = books;
    const show = join(folder, 'show.json');
    const [coupon] = makeShow().coupons;
    writeFileSync(show, JSON.stringify(makeShow({ coupons: [{ ...coupon!, total: 1000 }] })));
    this.#words = [show, '--data', join(folder, 'data'), '--port', '0', '--log', 'silent'];
    const QUNLIVE_MERCHANT_SECRET = 'a secret of the shop for its books';
    const QUNLIVE_HOST_TOKEN = 'a-host-token-for-these-tests';
    this.#env = { ...env, QUNLIVE_MERCHANT_SECRET, QUNLIVE_HOST_TOKEN, QUNLIVE_WEBHOOK: books.url };
  }

  async start(): Promise<ServerProcess> {
    const server = await ServerProcess.start(this.#words, this.#env);
    this.servers.push(server);
    return server;
  }

  async open({ url }: ServerProcess): Promise<void> {
    const token = await this.#join(url, this.#env.QUNLIVE_HOST_TOKEN);
    await this.#send(url, token, { type: 'coupon.open', couponId: 'plain' });
  }

  /** So many viewers claim; the codes they were told of. */
  async claims({ url }: ServerProcess, count: number): Promise<string[]> {
    const one = async () => {
      const token = await this.#join(url);
      return (await this.#send(url, token, { type: 'coupon.claim', couponId: 'plain' })).code!;
    };
    return Promise.all(Array.from({ length: count }, one));
  }

  async #join(url: string, bearer?: string): Promise<string> {
    const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {};
    const answer = await fetch(`${url}${ROOM}/session`, { method: 'POST', headers });
    return ((await answer.json()) as { token: string }).token;
  }

  async #send(url: string, token: string, command: object): Promise<{ code?: string }> {
    const answer = await fetch(`${url}${ROOM}/commands`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': Math.random().toString(36),
      },
      body: JSON.stringify(command),
    });
    assert.equal(answer.status, 200);
    return (await answer.json()) as { code?: string };
  }

  /** Resolves when the books know exactly these codes. */
  async know(codes: readonly string[]): Promise<void> {
    const heard = () =>
      new Set(this.books.deliveries.flatMap(({ message }) => message.events.map(event => event.data.code)));
    while (heard().size < codes.length) await this.books.next();
    assert.deepEqual([...heard()].sort(), [...codes].sort());
    // One id for one thing, however often it was told.
    assert.equal(this.books.ids.size, codes.length);
  }
}

async function withFleet(env: NodeJS.ProcessEnv, run: (fleet: Fleet) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qunlive-webhooks-'));
  const books = await Bookkeeper.open();
  const fleet = new Fleet(books, folder, env);
  try {
    await run(fleet);
  } finally {
    await Promise.all(fleet.servers.map(server => server.end('SIGKILL')));
    await books.close();
    rmSync(folder, { recursive: true });
  }
}

test('a server that is killed while its books do not answer tells them all when it runs again', () =>
  withFleet({}, async fleet => {
    const first = await fleet.start();
    await fleet.open(first);
    fleet.books.answers.push({ status: 503 }, 'never');
    const waiting = fleet.books.next();
    const codes = await fleet.claims(first, 20);
    await waiting;
    codes.push(...(await fleet.claims(first, 5)));
    await first.end('SIGKILL');
    fleet.books.answers.length = 0;
    await fleet.start();
    await fleet.know(codes);
  }));

test('of two servers with one Redis one tells; when it is killed the other goes on', async () => {
  const redis = await RedisServer.start();
  try {
    await withFleet({ QUNLIVE_STORE: redis.address }, async fleet => {
      const first = await fleet.start();
      await fleet.open(first);
      const codes = await fleet.claims(first, 10);
      await fleet.know(codes);
      const second = await fleet.start();
      fleet.books.answers.push('never');
      const waiting = fleet.books.next();
      codes.push(...(await fleet.claims(second, 10)));
      await waiting;
      await first.end('SIGKILL');
      // Its right to tell ends half a minute after its last sign; here at once.
      await redis.ask('DEL', 'q:lease:{webhook}');
      await fleet.know(codes);
    });
  } finally {
    await redis.end();
  }
});
