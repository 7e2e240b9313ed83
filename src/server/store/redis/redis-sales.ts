import type { Reservation, ReserveAnswer, SaleFigures, Wait } from '../../../protocol/index.js';
import { randomText } from '../../room/random-id.js';
import { noStockYet } from '../../room/sale-book.js';
import type { Answered, Receipt } from '../receipt.js';
import { notSettled } from '../not-settled.js';
import type {
  ReleaseRequest,
  ReserveRequest,
  SaleStore,
  SettleAllRequest,
  Settlement,
  Traded,
} from '../sale-store.js';
import { RoomKeys } from './keys.js';
import type { RedisHints } from './redis-hints.js';
import type { Argument, RedisLink } from './redis-link.js';
import { fieldOf, type RedisReceipts } from './redis-receipts.js';
import type { RedisSpent } from './redis-spent.js';
import { salesOf } from './rows.js';
import type { Refused } from '../../room/sale-rules.js';
import { saleKeys } from './scripts/sale-pieces.js';
import {
  holdingsScript,
  releaseScript,
  reserveScript,
  settleScript,
  tendScript,
} from './scripts/sale-scripts.js';
import type { Script } from './scripts/script.js';

type Given = [
  kind: string,
  value: string,
  seq: number,
  left: number,
  held: number,
  sold: number,
  waiting: number,
  served: number,
];

const figuresIn = ([, , , left, held, sold, waiting, served]: Given): SaleFigures => ({
  left,
  held,
  sold,
  waiting,
  served,
});

/** What became of one reservation, and the figures of its sale. */
type Settled = [Settlement['result'], string, number, number, number, number, number, number];

/** Flash sales: one script decides, whichever process asks. */
export class RedisSales implements SaleStore {
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

  reserve(request: ReserveRequest): Promise<Traded<ReserveAnswer>> {
    const { saleId, variantId, quantity, subject, gate, wait, perViewer, holdMs, id, at, receipt } = request;
    const what = [variantId ?? '*', quantity, perViewer, holdMs, id];
    const mark = this.#spent.mark(receipt.room, `sale ${saleId}`, receipt.viewer);
    const how = [gate ? 'no' : '', wait ? '1' : '', request.closesAt ?? '*', subject ?? '', mark];
    return this.#once<ReserveAnswer>(reserveScript, receipt, saleId, at, [...what, ...how], gate);
  }

  release({ saleId, receipt, at }: ReleaseRequest): Promise<Traded<{ released: number }>> {
    return this.#once<{ released: number }>(releaseScript, receipt, saleId, at, [], null);
  }

  async settle(...[request]: Parameters<SaleStore['settle']>): ReturnType<SaleStore['settle']> {
    const { reservationId, ...said } = request;
    const [one] = await this.#settle({ ...said, reservationIds: [reservationId] });
    const [result, saleId, quantity, ...numbers] = one!;
    return { result, saleId, quantity, figures: figuresIn(['', '', 0, ...numbers]) };
  }

  async settleAll(...[request]: Parameters<SaleStore['settleAll']>): ReturnType<SaleStore['settleAll']> {
    const settled = await this.#settle(request);
    return settled.map(([result, saleId, quantity], index) => ({
      id: request.reservationIds[index]!,
      ...{ result, saleId, quantity },
    }));
  }

  async #settle({
    room,
    orderId,
    status,
    restock,
    at,
    reservationIds,
  }: SettleAllRequest): Promise<Settled[]> {
    if (reservationIds.length === 0) return [];
    const off = status === 'cancelled' || status === 'refunded';
    const args = [orderId, off ? '1' : '', restock ? '1' : '', ...reservationIds];
    const [refused, id, , settled] = await this.#write<[Refused['refused'] | '', string, number, Settled[]]>(
      settleScript,
      room,
      at,
      args,
    );
    if (refused) throw notSettled({ refused, id }, orderId);
    return settled;
  }

  async holdings(room: string, viewer: string): ReturnType<SaleStore['holdings']> {
    const args = this.#args(room, 0, [viewer]);
    const keys = new RoomKeys(this.#prefix, room).all(...saleKeys);
    const [kept, line] = await this.#link.run<[string[], string[]]>(holdingsScript, keys, args);
    const reservations = kept.map(json => JSON.parse(json) as Reservation);
    return {
      reservations: reservations.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
      waits: line.map(json => JSON.parse(json) as Wait),
    };
  }

  /** What time alone does, and how all sales stand then. */
  async tend(room: string, at: number): Promise<Record<string, SaleFigures>> {
    const keys = new RoomKeys(this.#prefix, room).all(...saleKeys);
    const [seq, sales] = await this.#link.run<[number, string[]]>(tendScript, keys, this.#args(room, at, []));
    if (seq > 0) this.#hints.tell(room, seq);
    return salesOf(sales);
  }

  async #once<T>(
    script: Script,
    receipt: Receipt,
    saleId: string,
    at: number,
    more: readonly Argument[],
    gate: T | null,
  ): Promise<Traded<T>> {
    const { room, viewer, fingerprint } = receipt;
    const args = [fieldOf(receipt), fingerprint, saleId, viewer, ...more];
    const outcome = await this.#write<Given>(script, room, at, args);
    const [kind, value] = outcome;
    const kept = kind === 'kept' ? ((await this.#receipts.read(receipt, value)) as Answered<T>) : undefined;
    if (kind === 'unknown' || outcome[3] === undefined) throw noStockYet(saleId);
    const figures = figuresIn(outcome);
    if (kept) return { ...kept, figures };
    const answer = kind === 'gate' ? gate! : (JSON.parse(value) as T);
    return { answer, at, replayed: false, figures };
  }

  async #write<T extends readonly [string, string, number, ...unknown[]]>(
    script: Script,
    room: string,
    at: number,
    more: readonly Argument[],
  ): Promise<T> {
    const keys = new RoomKeys(this.#prefix, room).all(...saleKeys);
    const outcome = await this.#link.write<T>(script, keys, this.#args(room, at, more));
    if (outcome[2] > 0) this.#hints.tell(room, outcome[2]);
    return outcome;
  }

  #args(room: string, at: number, more: readonly Argument[]): Argument[] {
    return [at, new RoomKeys(this.#prefix, room).channel, room, randomText(8), ...more];
  }
}
