import { Agent, request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Show } from '../../src/protocol/index.js';
import { chooseStore } from '../../src/server/store/open-store.js';
import type { RoomStore } from '../../src/server/store/room-store.js';
import { MerchantKey } from '../../src/server/trade/merchant-key.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { ServerProcess } from '../fixtures/server-process.js';

const HOST_TOKEN = 'host-token-of-this-rush';
/** How often a request is sent again: a server that is killed is back long before. */
const PATIENCE = 500;
const SECRET = 'a secret that the shop and its room share';

export interface Answer {
  status: number;
  text: string;
}

interface Member {
  process: ServerProcess | undefined;
  port: number;
}

/** The room servers of one shop: one on a file, or two on a Redis. Any of them can be killed, and is started again. */
export class TradeFleet {
  readonly #folder = mkdtempSync(join(tmpdir(), 'qunlive-trade-'));
  readonly #agent = new Agent({ keepAlive: true });
  readonly #members: Member[];
  readonly #redis: RedisServer | undefined;
  readonly #key = new MerchantKey([SECRET]);
  #closed = false;
  /** Requests that met nobody, or were told to come again. */
  missed = 0;

  static async open(kind: 'sqlite' | 'redis', show: Show): Promise<TradeFleet> {
    const redis = kind === 'redis' ? await RedisServer.start() : undefined;
    const fleet = new TradeFleet(redis);
    writeFileSync(join(fleet.#folder, 'show.json'), JSON.stringify(show));
    for (const member of fleet.#members) await fleet.#start(member);
    return fleet;
  }

  private constructor(redis: RedisServer | undefined) {
    this.#redis = redis;
    this.#members = Array.from({ length: redis ? 2 : 1 }, () => ({ process: undefined, port: 0 }));
  }

  get hostToken(): string {
    return HOST_TOKEN;
  }

  /** Kills without a word what the `n`-th stroke meets, and starts it again: each server, and Redis between them. */
  async strike(n: number): Promise<void> {
    if (this.#redis && n % 2 === 1) {
      await this.#redis.kill();
      await this.#redis.start();
      return;
    }
    const member = this.#members[Math.floor(n / 2) % this.#members.length]!;
    await member.process!.end('SIGKILL');
    await this.#start(member);
  }

  /**
   * As a client asks: what is temporary is asked again, of another server where there is one, until there is an answer.
   * `viewer` has an address of its own.
   */
  async ask(viewer: number, path: string, headers: Record<string, string>, body: string): Promise<Answer> {
    const from = { 'x-forwarded-for': `10.${(viewer >> 16) & 255}.${(viewer >> 8) & 255}.${viewer & 255}` };
    for (let turn = viewer; turn < viewer + PATIENCE; turn += 1) {
      const { port } = this.#members[turn % this.#members.length]!;
      const answer = await this.#post(port, path, { ...headers, ...from }, body).catch(() => undefined);
      if (answer && answer.status !== 429 && answer.status < 500) return answer;
      if (this.#closed) throw new Error('the rush is over');
      this.missed += 1;
      await pause(20 + 100 * Math.random());
    }
    throw new Error(`no answer to ${path}, however often: ${body}`);
  }

  /** What the shop's own backend says, signed. */
  async tell(path: string, content: object): Promise<Answer> {
    const body = JSON.stringify(content);
    const headers = { 'qunlive-signature': this.#key.sign(body, Date.now()), ...json };
    return this.ask(0, path, headers, body);
  }

  /** What every server shows of the room just now; those that are down show nothing. */
  async shown(): Promise<string[]> {
    const read = ({ port }: Member) => fetch(`http://127.0.0.1:${port}/v1/rooms/spring/snapshot`);
    const all = await Promise.allSettled(this.#members.map(async one => (await read(one)).text()));
    return all.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** Ends all servers, and opens what they have written. */
  async books(): Promise<RoomStore> {
    for (const { process } of this.#members) await process!.end('SIGTERM');
    const address = this.#redis?.address ?? `sqlite:${join(this.#folder, 'data')}`;
    return chooseStore(address).open(() => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#agent.destroy();
    for (const { process } of this.#members) await process?.end('SIGKILL');
    await this.#redis?.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #start(member: Member): Promise<void> {
    if (this.#closed) return;
    const where = ['--data', join(this.#folder, 'data'), '--port', String(member.port)];
    const words = [join(this.#folder, 'show.json'), ...where, '--trust-proxy', '1', '--log', 'silent'];
    member.process = await ServerProcess.start(words, {
      QUNLIVE_HOST_TOKEN: HOST_TOKEN,
      QUNLIVE_MERCHANT_SECRET: SECRET,
      ...(this.#redis ? { QUNLIVE_STORE: this.#redis.address } : {}),
    });
    member.port = Number(new URL(member.process.url).port);
    if (this.#closed) await member.process.end('SIGKILL');
  }

  /** Node's own client: `fetch` would take more of the machine than the servers that are tried. */
  #post(port: number, path: string, headers: Record<string, string>, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const where = { host: '127.0.0.1', port, path: `/v1/rooms/spring/${path}`, agent: this.#agent };
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

export const json = { 'content-type': 'application/json' };

export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
