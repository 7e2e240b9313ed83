import { QunError, type Claim, type ClaimAnswer } from '../../../protocol/index.js';
import { randomText } from '../../room/random-id.js';
import type { Answered, Claimed, ClaimRequest } from '../receipt.js';
import { wonBy } from '../ledger-store.js';
import { RoomKeys } from './keys.js';
import type { RedisHints } from './redis-hints.js';
import type { RedisLink } from './redis-link.js';
import { claimField, claimOf, fieldOf, type RedisReceipts } from './redis-receipts.js';
import type { RedisSpent } from './redis-spent.js';
import { claimScript } from './scripts/claim-script.js';

type Outcome = 'kept' | 'had' | 'gate' | 'unknown' | 'sold-out' | 'won';

/** Stock and claims: one script decides, whichever process asks. */
export class RedisClaims {
  readonly #link: RedisLink;
  readonly #hints: RedisHints;
  readonly #receipts: RedisReceipts;
  readonly #spent: RedisSpent;
  readonly #prefix: string;
  /** Coupons that were found sold out, by room. */
  readonly #gone = new Map<string, Set<string>>();

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

  async claim(request: ClaimRequest): Promise<Claimed> {
    const { couponId, subject, gate, offer, receipt } = request;
    const { room, viewer, fingerprint } = receipt;
    const keys = new RoomKeys(this.#prefix, room);
    const names = keys.all('meta', 'log', 'receipts', 'stock', 'won', 'subjects', 'ledger', 'codes', 'spent');
    if (this.#mayBeGone(request) && (await this.#hasNothing(request))) {
      return { answer: { result: 'sold-out' }, at: offer.at, replayed: false, left: 0 };
    }
    const who = [fieldOf(receipt), fingerprint, viewer, couponId, offer.code, offer.at];
    const how = [
      gate ? 'no' : '',
      subject ?? '',
      keys.channel,
      room,
      randomText(8),
      JSON.stringify(wonBy(request)),
      this.#spent.mark(room, `coupon ${couponId}`, viewer),
    ];
    const [outcome, value, left] = await this.#link.write<[Outcome, string | number, number]>(
      claimScript,
      names,
      [...who, ...how],
    );
    if (left === 0) this.#sold(room, couponId);
    const answered = (answer: ClaimAnswer): Claimed => ({ answer, at: offer.at, replayed: false, left });
    switch (outcome) {
      case 'kept': {
        const kept = (await this.#receipts.read(receipt, String(value))) as Answered<ClaimAnswer>;
        return { ...kept, left: Math.max(0, left) };
      }
      case 'had':
        return answered({ result: 'already', ...claimOf(couponId, String(value)) });
      case 'gate':
        return answered(gate!);
      case 'sold-out':
        return answered({ result: 'sold-out' });
      case 'won':
        if (value !== '') this.#hints.tell(room, Number(value));
        return answered({ result: 'won', ...offer });
      case 'unknown':
        // The store has begun anew, and the show is about to be loaded again.
        throw new QunError('overloaded', { detail: `no stock of ${couponId} yet`, retryAfterMs: 1000 });
    }
  }

  /** What a pulse says is left: a coupon there is more of again is asked for as before. */
  heard(room: string, left: Readonly<Record<string, number>>): void {
    const gone = this.#gone.get(room);
    if (!gone) return;
    for (const couponId of gone) if (left[couponId] !== 0) gone.delete(couponId);
  }

  /**
   * Sold out is most of the answers of a rush: two look-ups instead of a script, which nothing has to wait for. Whoever
   * has the coupon, or has used this key, is answered by the script.
   */
  #mayBeGone({ couponId, gate, receipt }: ClaimRequest): boolean {
    return !gate && this.#gone.get(receipt.room)?.has(couponId) === true;
  }

  async #hasNothing({ couponId, receipt }: ClaimRequest): Promise<boolean> {
    const { room, viewer } = receipt;
    const keys = new RoomKeys(this.#prefix, room);
    const [kept, had] = await this.#link.ask(client =>
      Promise.all([
        client.hexists(keys.of('receipts'), fieldOf(receipt)),
        client.hexists(keys.of('won'), claimField(couponId, viewer)),
      ]),
    );
    return kept === 0 && had === 0;
  }

  #sold(room: string, couponId: string): void {
    const gone = this.#gone.get(room) ?? new Set();
    this.#gone.set(room, gone.add(couponId));
  }

  async claims(room: string, viewer: string): Promise<Claim[]> {
    const keys = new RoomKeys(this.#prefix, room);
    const coupons = await this.#link.ask(client => client.hkeys(keys.of('total')));
    if (coupons.length === 0) return [];
    const fields = coupons.map(coupon => claimField(coupon, viewer));
    const rows = await this.#link.ask(client => client.hmget(keys.of('won'), ...fields));
    const claims = rows.flatMap((row, i) => (row === null ? [] : [claimOf(coupons[i]!, row)]));
    return claims.sort((a, b) => a.at - b.at || (a.couponId < b.couponId ? -1 : 1));
  }
}
