import { QunError, type ClaimAnswer } from '../../../protocol/index.js';
import { randomText } from '../../room/random-id.js';
import {
  drawnEvent,
  type CouponStore,
  type DrawRequest,
  type Redemption,
  type RedeemRequest,
} from '../coupon-store.js';
import type { Answered, ClaimRequest } from '../receipt.js';
import { RoomKeys } from './keys.js';
import type { RedisHints } from './redis-hints.js';
import type { RedisLink } from './redis-link.js';
import { claimOf, fieldOf, type RedisReceipts } from './redis-receipts.js';
import type { RedisSpent } from './redis-spent.js';
import { drawScript, enterScript, redeemScript } from './scripts/trade-scripts.js';

type Redeemed = [
  result: Redemption['result'] | 'unknown',
  who: string,
  claim: string,
  subject: string | null,
  at: string,
];
type Entered = [result: 'kept' | 'had' | 'unknown' | 'sold-out' | 'entered' | 'gate', value: string];

/** Coupons that are drawn, and codes that are used. */
export class RedisCoupons implements CouponStore {
  readonly #link: RedisLink;
  readonly #hints: RedisHints;
  readonly #receipts: RedisReceipts;
  readonly #spent: RedisSpent;
  readonly #prefix: string;

  constructor(
    link: RedisLink,
    hints: RedisHints,
    receipts: RedisReceipts,
    spent: RedisSpent,
    prefix: string,
  ) {
    this.#link = link;
    this.#hints = hints;
    this.#receipts = receipts;
    this.#spent = spent;
    this.#prefix = prefix;
  }

  async redeem({ room, code, orderId, at: now }: RedeemRequest): Promise<Redemption> {
    const names = this.#keys(room).all('codes', 'won', 'subjects', 'used', 'ledger');
    const [result, who, claim, subject, at] = await this.#link.write<Redeemed>(redeemScript, names, [
      code,
      orderId,
      now,
    ]);
    if (result === 'unknown') {
      throw new QunError('code-unknown', { detail: 'no such code in this room', path: 'code' });
    }
    const [couponId = '', viewer = ''] = who.split(' ');
    return { result, claim: claimOf(couponId, claim), viewer, subject: subject ?? undefined, at: Number(at) };
  }

  async enter(request: ClaimRequest, drawsAt: number | null): Promise<Answered<ClaimAnswer>> {
    const { couponId, subject, gate, offer, receipt } = request;
    const { room, viewer, fingerprint } = receipt;
    const entered: ClaimAnswer = { result: 'entered', drawsAt };
    const names = this.#keys(room).all(
      'receipts',
      'aged',
      'won',
      'stock',
      'drawn',
      `entries:${couponId}`,
      'entered',
      'subjects',
      'spent',
    );
    const who = [fieldOf(receipt), fingerprint, viewer, couponId, offer.at];
    const mark = this.#spent.mark(room, `coupon ${couponId}`, viewer);
    const how = [gate ? 'no' : '', subject ?? '', JSON.stringify(entered), mark];
    const [result, value] = await this.#link.write<Entered>(enterScript, names, [...who, ...how]);
    const answered = (answer: ClaimAnswer) => ({ answer, at: offer.at, replayed: false });
    switch (result) {
      case 'kept':
        return (await this.#receipts.read(receipt, value)) as Answered<ClaimAnswer>;
      case 'had':
        return answered({ result: 'already', ...claimOf(couponId, value) });
      case 'gate':
        return answered(gate!);
      case 'entered':
        return answered(entered);
      case 'sold-out':
        return answered({ result });
      case 'unknown':
        // The store has begun anew, and the show is about to be loaded again.
        throw new QunError('overloaded', { detail: `no stock of ${couponId} yet`, retryAfterMs: 1000 });
    }
  }

  async entries(room: string, couponId: string): Promise<{ viewer: string; subject: string | undefined }[]> {
    const key = this.#keys(room).of(`entries:${couponId}`);
    const flat = await this.#link.ask(client => client.hgetall(key));
    return Object.entries(flat)
      .map(([viewer, subject]) => ({ viewer, subject: subject === '' ? undefined : subject }))
      .sort((a, b) => (a.viewer < b.viewer ? -1 : 1));
  }

  async entered(room: string, viewer: string): Promise<string[]> {
    const row = await this.#link.ask(client => client.hget(this.#keys(room).of('entered'), viewer));
    return row === null ? [] : row.split(' ').sort();
  }

  async draw(request: DrawRequest): Promise<'drawn' | 'conflict'> {
    const { room, couponId, winners, entries, at } = request;
    const keys = this.#keys(room);
    const names = keys.all('meta', 'log', 'stock', 'won', 'drawn', `entries:${couponId}`, 'ledger', 'codes');
    const [result, seq] = await this.#link.write<['drawn' | 'conflict', number | undefined]>(
      drawScript,
      names,
      [
        couponId,
        entries,
        at,
        JSON.stringify(drawnEvent(request).data),
        keys.channel,
        room,
        randomText(8),
        JSON.stringify(winners.map(({ viewer, code }) => [viewer, code])),
      ],
    );
    if (seq !== undefined) this.#hints.tell(room, seq);
    return result;
  }

  #keys(room: string): RoomKeys {
    return new RoomKeys(this.#prefix, room);
  }
}
