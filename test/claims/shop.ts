import { Agent, request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDriver } from '../../src/server/store/sqlite/driver.js';
import { ServerProcess } from '../fixtures/server-process.js';
import { makeShow } from '../fixtures/show.js';

/** One answer to one claim request, as the viewer saw it. */
export interface Seen {
  viewer: number;
  key: string;
  text: string;
  result: string;
  code: string | undefined;
}

const COUPON = 'plain';

/** A show with one coupon, served by a process that can be killed and started again on the same data and port. */
export class Shop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'qunlive-claims-'));
  readonly #agent = new Agent({ keepAlive: true });
  #server!: ServerProcess;
  #port = 0;
  /** How often a request met a server that was not there. */
  missed = 0;

  static async open(total: number): Promise<Shop> {
    const shop = new Shop();
    const [coupon] = makeShow().coupons;
    writeFileSync(shop.#show, JSON.stringify(makeShow({ coupons: [{ ...coupon!, total }] })));
    await shop.start();
    const token = await shop.join(shop.#server.hostToken);
    await shop.#command(token, 'open', { type: 'coupon.open', couponId: COUPON });
    return shop;
  }

  async start(): Promise<void> {
    const words = [
      this.#show,
      '--data',
      join(this.#folder, 'data'),
      '--port',
      String(this.#port),
      '--log',
      'silent',
    ];
    this.#server = await ServerProcess.start(words);
    this.#port = Number(new URL(this.#server.url).port);
  }

  /** As a power cut would: nothing is told to the process. */
  kill(): Promise<number | string> {
    return this.#server.end('SIGKILL');
  }

  async join(bearer?: string): Promise<string> {
    const { text } = await this.#post('session', bearer ? { authorization: `Bearer ${bearer}` } : {}, '');
    return (JSON.parse(text) as { token: string }).token;
  }

  /** Claims as a client does: what is temporary is tried again with the same key, until there is an answer. */
  async claim(viewer: number, token: string, key: string): Promise<Seen> {
    const text = await this.#command(token, key, { type: 'coupon.claim', couponId: COUPON });
    const { result, code } = JSON.parse(text) as { result: string; code?: string };
    return { viewer, key, text, result, code };
  }

  /** Stops the server and reads the books: what is in the file, not what the server says. */
  async books(): Promise<{ total: number; left: number; codes: string[]; soldOutEvents: number }> {
    await this.#server.end('SIGTERM');
    const database = (await sqliteDriver())(join(this.#folder, 'data', 'rooms.sqlite'));
    const stock = database.prepare('SELECT total, left FROM stock').get() as { total: number; left: number };
    const claims = database.prepare('SELECT code FROM claims').all() as { code: string }[];
    const events = database.prepare("SELECT seq FROM log WHERE type = 'coupon.sold-out'").all();
    database.close();
    return { ...stock, codes: claims.map(claim => claim.code), soldOutEvents: events.length };
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.#server.end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #show(): string {
    return join(this.#folder, 'show.json');
  }

  async #command(token: string, key: string, command: object): Promise<string> {
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    };
    for (;;) {
      const answer = await this.#post('commands', headers, JSON.stringify(command)).catch(() => undefined);
      if (answer?.status === 200) return answer.text;
      if (answer && answer.status !== 429 && answer.status < 500) throw new Error(answer.text);
      this.missed += 1;
      await new Promise(resolve => setTimeout(resolve, 50 + 100 * Math.random()));
    }
  }

  /** Node's own client: `fetch` would take more of the machine than the server that is tried. */
  #post(
    path: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const where = {
        host: '127.0.0.1',
        port: this.#port,
        path: `/v1/rooms/spring/${path}`,
        agent: this.#agent,
      };
      request({ ...where, method: 'POST', headers }, response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, text }));
        response.on('error', reject);
      })
        .on('error', reject)
        .end(body);
    });
  }
}

/** Runs `work` for every item, `atOnce` at a time. */
export async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
