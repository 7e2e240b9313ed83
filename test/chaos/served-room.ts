import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyRoom, fold } from '../../src/core/fold.js';
import {
  parseHistory,
  type Command,
  type ControlEvent,
  type RoomState,
  type Session,
} from '../../src/protocol/index.js';
import { sqliteDriver } from '../../src/server/store/sqlite/driver.js';
import { ServerProcess } from '../fixtures/server-process.js';
import { makeShow } from '../fixtures/show.js';

/** What is in the file, whatever the server says. */
export interface Books {
  total: number;
  left: number;
  codes: string[];
  texts: string[];
}

/** A room served by a process of its own, that can be killed and started again on the same data and port. */
export class ServedRoom {
  readonly #folder = mkdtempSync(join(tmpdir(), 'qunlive-chaos-'));
  #server!: ServerProcess;
  #port = 0;
  #metrics = '';
  #token = '';
  #keys = 0;

  static async open(coupons = 2): Promise<ServedRoom> {
    const room = new ServedRoom();
    const [coupon] = makeShow().coupons;
    const show = makeShow({ coupons: [{ ...coupon!, total: coupons }] });
    writeFileSync(join(room.#folder, 'show.json'), JSON.stringify(show));
    await room.start();
    return room;
  }

  /** The URL of the room. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1/rooms/spring`;
  }

  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    const where = ['--data', join(this.#folder, 'data'), '--port', String(this.#port), '--metrics', '0'];
    this.#server = await ServerProcess.start([join(this.#folder, 'show.json'), ...where, '--log', 'silent'], {
      QUNLIVE_HOST_TOKEN: 'host-token-of-this-test',
    });
    this.#port = Number(new URL(this.#server.url).port);
    this.#metrics = this.#server.metrics!;
    const headers = { authorization: 'Bearer host-token-of-this-test' };
    const joined = await fetch(`${this.url}/session`, { method: 'POST', headers });
    this.#token = ((await joined.json()) as Session).token;
  }

  /** As a power cut would: nothing is told to the process. */
  kill(): Promise<number | string> {
    return this.#server.end('SIGKILL');
  }

  /** Has the host do something; its place in the log. */
  async order(command: Command): Promise<number> {
    const answer = await fetch(`${this.url}/commands`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        'idempotency-key': `order-${(this.#keys += 1)}`,
      },
      body: JSON.stringify(command),
    });
    const body = (await answer.json()) as { seq: number };
    if (answer.status !== 200) throw new Error(JSON.stringify(body));
    return body.seq;
  }

  /** The fold of the log, as the server's history has it. */
  async fold(): Promise<{ state: RoomState; seq: number }> {
    let state = emptyRoom;
    for (let after = 0; ;) {
      const page = parseHistory(await (await fetch(`${this.url}/history?after=${after}`)).json());
      state = (page.events as ControlEvent[]).reduce(fold, state);
      if (page.seq >= page.head)
        return { state: JSON.parse(JSON.stringify(state)) as RoomState, seq: page.seq };
      after = page.seq;
    }
  }

  /** A figure of `/metrics`, by its name and labels. 0: it is not there. */
  async figure(name: string): Promise<number> {
    const text = await (await fetch(this.#metrics)).text();
    const line = text.split('\n').find(one => one.startsWith(`${name} `));
    return Number(line?.slice(name.length + 1) ?? 0);
  }

  async books(): Promise<Books> {
    await this.#server.end('SIGTERM');
    const database = (await sqliteDriver())(join(this.#folder, 'data', 'rooms.sqlite'));
    const stock = database.prepare('SELECT total, left FROM stock').get() as { total: number; left: number };
    const claims = database.prepare('SELECT code FROM claims').all() as { code: string }[];
    const comments = database.prepare('SELECT comment FROM comments').all() as { comment: string }[];
    database.close();
    const texts = comments.map(({ comment }) => (JSON.parse(comment) as { text: string }).text);
    return { ...stock, codes: claims.map(({ code }) => code), texts };
  }

  async close(): Promise<void> {
    await this.#server.end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
