import assert from 'node:assert/strict';
import type { ClaimAnswer, ReserveAnswer, Session } from '../../src/protocol/index.js';
import { json, pause, type TradeFleet } from './trade-fleet.js';

/** A promise of the room: asked for again with its key, it is given again byte for byte. */
export interface Promised {
  key: string;
  body: string;
  text: string;
}

/** What the shop ordered of a reservation, and how it was answered. */
export interface Ordered {
  orderId: string;
  reservationId: string;
  result: string;
  /** Called off afterwards, with the pieces back in stock. */
  off: boolean;
}

/** How often one who waits in line looks whether it is their turn. */
const LOOKS = 3;

/** A viewer who claims a coupon, reserves pieces, and then orders, changes their mind, calls off, or forgets. */
export class Shopper {
  readonly #fleet: TradeFleet;
  readonly #number: number;
  #token = '';
  id = '';
  requests = 0;
  code: string | undefined;
  held: string | undefined;
  ticket: number | undefined;
  ordered: Ordered | undefined;
  readonly promised: Promised[] = [];

  constructor(fleet: TradeFleet, number: number) {
    this.#fleet = fleet;
    this.#number = number;
  }

  async shop(): Promise<void> {
    const session = JSON.parse(await this.#ask('session', json, '{}')) as Session;
    this.#token = session.token;
    this.id = session.viewer.id;
    await this.#claim();
    const quantity = 1 + (this.#number % 2);
    const first = await this.#reserve('r', quantity, this.#number % 3 === 0 ? 'sale.wait' : 'sale.reserve');
    await this.#go(first);
    if (first.result === 'waiting') {
      for (let look = 1; look <= LOOKS && this.held === undefined; look += 1) {
        await pause(300 + 300 * Math.random());
        await this.#go(await this.#reserve(`r${look}`, quantity, 'sale.reserve'));
      }
    }
  }

  /** All that was promised, asked for once more. */
  async again(): Promise<void> {
    for (const { key, body, text } of this.promised) {
      assert.equal(await this.#command(key, body), text, `${this.id}: the same key, another answer`);
    }
  }

  async #claim(): Promise<void> {
    const body = JSON.stringify({ type: 'coupon.claim', couponId: 'plain' });
    // A finger that is not sure taps twice.
    const taps = this.#number % 4 === 0 ? 2 : 1;
    const texts = await Promise.all(Array.from({ length: taps }, () => this.#command('c', body)));
    const [answer, other] = texts.map(text => JSON.parse(text) as ClaimAnswer);
    assert.equal(other?.result ?? answer!.result, answer!.result);
    if (answer!.result === 'won') this.#keep('c', body, texts[0]!);
    if (answer!.result === 'won' || answer!.result === 'already') this.code = answer!.code;
    if (other?.result === 'won') assert.equal(other.code, this.code);
  }

  async #reserve(key: string, quantity: number, type: string): Promise<ReserveAnswer> {
    const body = JSON.stringify({ type, saleId: 'flash', quantity });
    const text = await this.#command(key, body);
    const answer = JSON.parse(text) as ReserveAnswer;
    if (['held', 'already', 'waiting'].includes(answer.result)) this.#keep(key, body, text);
    if (answer.result === 'waiting') this.ticket ??= answer.wait.ticket;
    return answer;
  }

  /** What people do with what is kept for them. */
  async #go(answer: ReserveAnswer): Promise<void> {
    if (answer.result !== 'held' && answer.result !== 'already') return;
    this.held = answer.reservation.id;
    const turn = this.#number % 5;
    if (turn === 0) {
      const body = JSON.stringify({ type: 'sale.release', saleId: 'flash' });
      await this.#command('b', body);
    }
    // The fourth forgets, and what was kept runs out.
    if (turn > 0 && turn < 4) await this.#order(this.held, turn === 3);
  }

  async #order(reservationId: string, off: boolean): Promise<void> {
    const orderId = `o${this.#number}`;
    const say = async (status: string) => {
      this.requests += 1;
      const content = { orderId, status, items: [], reservations: [reservationId] };
      const { status: http, text } = await this.#fleet.tell('orders', content);
      assert.equal(http, 200, text);
      return (JSON.parse(text) as { reservations: { result: string }[] }).reservations[0]!.result;
    };
    // Said twice, as a backend does that has lost the answer; and what came too late may be free again a little later.
    const results = [await say('placed'), await say('placed'), await say('paid')];
    // Nothing new, the first time it is heard: the answer was lost with the server that gave it.
    const counted = results.findIndex(one => one !== 'late');
    const rest = counted < 0 ? [] : results.slice(counted + 1);
    assert.ok(
      rest.every(one => one === 'nothing'),
      results.join(),
    );
    if (off) await say('cancelled');
    const result = counted < 0 ? 'late' : 'counted';
    this.ordered = { orderId, reservationId, result, off };
  }

  #keep(key: string, body: string, text: string): void {
    this.promised.push({ key, body, text });
  }

  #command(key: string, body: string): Promise<string> {
    const headers = { authorization: `Bearer ${this.#token}`, 'idempotency-key': key, ...json };
    return this.#ask('commands', headers, body);
  }

  async #ask(path: string, headers: Record<string, string>, body: string): Promise<string> {
    this.requests += 1;
    const { status, text } = await this.#fleet.ask(this.#number, path, headers, body);
    assert.equal(status, 200, text);
    return text;
  }
}
