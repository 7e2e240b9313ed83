import { randomBytes } from 'node:crypto';
import { QunError, type ControlEvent } from '../../../protocol/index.js';
import { SPENT } from '../spent-mark.js';
import type { History, Pulse, PulseRequest, ReadResult, RoomStore } from '../room-store.js';
import { RoomKeys } from './keys.js';
import { parseRedisAddress, type RedisAddress } from './redis-address.js';
import { RedisClaims } from './redis-claims.js';
import { RedisCoupons } from './redis-coupons.js';
import { RedisHints } from './redis-hints.js';
import { RedisLedger } from './redis-ledger.js';
import { RedisLink } from './redis-link.js';
import { RedisLog } from './redis-log.js';
import { RedisOrders } from './redis-orders.js';
import { RedisReceipts } from './redis-receipts.js';
import { RedisReferrals } from './redis-referrals.js';
import { RedisSales } from './redis-sales.js';
import { RedisSpent } from './redis-spent.js';
import { RedisTalk } from './redis-talk.js';
import { SharedClock } from './shared-clock.js';
import { serverWarnings } from './server-warnings.js';
import { joinScript } from './scripts/talk-scripts.js';

export interface RedisStoreOptions {
  /** `redis://`, `rediss://`, `redis+cluster://` or `rediss+cluster://`, with settings after a `?`. */
  address: string;
  /** Told of what could be set better, and of a connection that is lost, at most once in ten seconds. */
  warn?: (message: string) => void;
  /** How long a store that does not answer is waited for at the start, ms. Default 10000. */
  patienceMs?: number;
  /** This machine's clock, ms; only what it measures is taken from it. Default Date.now. */
  clock?: () => number;
}

const QUIET = 10_000;
/** How often the store is asked for the time, ms. */
const CLOCK_EVERY = 10_000;

/** Rooms in Redis or Valkey, shared by any number of processes; each room in one slot of a cluster. */
export class RedisStore implements RoomStore {
  readonly #address: RedisAddress;
  readonly #link: RedisLink;
  readonly #hints: RedisHints;
  readonly #receipts: RedisReceipts;
  readonly #log: RedisLog;
  readonly #talk: RedisTalk;
  readonly #claims: RedisClaims;
  readonly #ledger: RedisLedger;
  readonly #coupons: RedisCoupons;
  readonly #orders: RedisOrders;
  readonly #sales: RedisSales;
  readonly #referrals: RedisReferrals;
  readonly #spent = new RedisSpent();
  readonly #clock: SharedClock;
  readonly #secrets = new Map<string, Buffer>();
  #ticking: NodeJS.Timeout | undefined;
  #closed: Promise<void> | undefined;
  readonly share: RoomStore['share'] = (...args) => this.#referrals.share(...args);
  readonly shareOf: RoomStore['shareOf'] = (...args) => this.#referrals.shareOf(...args);
  readonly visit: RoomStore['visit'] = (...args) => this.#referrals.visit(...args);
  readonly visitsOf: RoomStore['visitsOf'] = (...args) => this.#referrals.visitsOf(...args);
  readonly intend: RoomStore['intend'] = (...args) => this.#referrals.intend(...args);
  readonly referrals: RoomStore['referrals'] = (...args) => this.#referrals.referrals(...args);
  readonly setShownName: RoomStore['setShownName'] = (...args) => this.#referrals.setShownName(...args);
  readonly erase: RoomStore['erase'] = (...args) => this.#referrals.erase(...args);
  readonly timesErased: RoomStore['timesErased'] = (...args) => this.#referrals.timesErased(...args);
  readonly mark: RoomStore['mark'] = (...args) => this.#referrals.mark(...args);
  readonly marks: RoomStore['marks'] = (...args) => this.#referrals.marks(...args);

  static async open(options: RedisStoreOptions): Promise<RedisStore> {
    const store = new RedisStore(parseRedisAddress(options.address), options);
    try {
      await store.#open(options);
      return store;
    } catch (cause) {
      store.#link.client.disconnect();
      await store.close();
      const why = cause instanceof Error ? cause.message : String(cause);
      const { name } = store.#address;
      throw new QunError('bad-config', { detail: `cannot use ${name} (${why}): is it running?`, cause });
    }
  }

  private constructor(address: RedisAddress, { warn = () => {}, clock }: RedisStoreOptions) {
    this.#address = address;
    let quietUntil = 0;
    const faulted = ({ message }: Error) => {
      if (Date.now() < quietUntil) return;
      quietUntil = Date.now() + QUIET;
      warn(`${address.name}: ${message}`);
    };
    const { prefix } = address;
    this.#link = new RedisLink(address, faulted);
    this.#hints = new RedisHints(address, log => this.#keys(log.replace(/!.*$/, '')).channel, faulted);
    this.#receipts = new RedisReceipts(this.#link, prefix);
    this.#log = new RedisLog(this.#link, this.#hints, this.#receipts, prefix);
    this.#talk = new RedisTalk(this.#link, this.#receipts, prefix);
    this.#ledger = new RedisLedger(this.#link, prefix);
    const spent = this.#spent;
    this.#coupons = new RedisCoupons(this.#link, this.#hints, this.#receipts, spent, prefix);
    this.#orders = new RedisOrders(this.#link, prefix);
    this.#referrals = new RedisReferrals(this.#link, spent, prefix);
    this.#clock = new SharedClock(async () => {
      const [seconds, micros] = await this.#link.ask(client => client.time());
      return Number(seconds) * 1000 + Number(micros) / 1000;
    }, clock);
    this.#sales = new RedisSales(this.#link, this.#hints, this.#receipts, spent, prefix);
    this.#claims = new RedisClaims(this.#link, this.#hints, this.#receipts, spent, prefix);
  }

  now(): number {
    return this.#clock.now();
  }

  /** The first to ask decides. */
  async secret(name: string): Promise<Buffer> {
    const known = this.#secrets.get(name);
    if (known) return known;
    const secret = await this.#putIfAbsent(this.#secretKey(name), randomBytes(32));
    this.#secrets.set(name, secret);
    return secret;
  }

  async note(name: string): Promise<string | undefined> {
    return (await this.#link.ask(client => client.get(this.#noteKey(name)))) ?? undefined;
  }

  async setNote(name: string, text: string, ms: number): Promise<void> {
    await this.#link.ask(client => client.set(this.#noteKey(name), text, 'PX', Math.max(1, Math.round(ms))));
  }

  load(...args: Parameters<RoomStore['load']>): ReturnType<RoomStore['load']> {
    return this.#log.load(...args);
  }

  append(...args: Parameters<RoomStore['append']>): ReturnType<RoomStore['append']> {
    return this.#log.append(...args);
  }

  comment(...args: Parameters<RoomStore['comment']>): ReturnType<RoomStore['comment']> {
    return this.#talk.comment(...args);
  }

  setStanding(...args: Parameters<RoomStore['setStanding']>): ReturnType<RoomStore['setStanding']> {
    return this.#talk.setStanding(...args);
  }

  comments(...args: Parameters<RoomStore['comments']>): ReturnType<RoomStore['comments']> {
    return this.#talk.comments(...args);
  }

  commentOf(...args: Parameters<RoomStore['commentOf']>): ReturnType<RoomStore['commentOf']> {
    return this.#talk.commentOf(...args);
  }

  hasCommented(...args: Parameters<RoomStore['hasCommented']>): Promise<boolean> {
    return this.#talk.hasCommented(...args);
  }

  claim(...args: Parameters<RoomStore['claim']>): ReturnType<RoomStore['claim']> {
    return this.#claims.claim(...args);
  }

  claims(...args: Parameters<RoomStore['claims']>): ReturnType<RoomStore['claims']> {
    return this.#claims.claims(...args);
  }

  ledger(...args: Parameters<RoomStore['ledger']>): ReturnType<RoomStore['ledger']> {
    return this.#ledger.ledger(...args);
  }

  cursor(...args: Parameters<RoomStore['cursor']>): Promise<number> {
    return this.#ledger.cursor(...args);
  }

  setCursor(...args: Parameters<RoomStore['setCursor']>): Promise<void> {
    return this.#ledger.setCursor(...args);
  }

  lease(...args: Parameters<RoomStore['lease']>): Promise<boolean> {
    return this.#ledger.lease(...args);
  }

  redeem(...args: Parameters<RoomStore['redeem']>): ReturnType<RoomStore['redeem']> {
    return this.#coupons.redeem(...args);
  }

  enter(...args: Parameters<RoomStore['enter']>): ReturnType<RoomStore['enter']> {
    return this.#coupons.enter(...args);
  }

  entries(...args: Parameters<RoomStore['entries']>): ReturnType<RoomStore['entries']> {
    return this.#coupons.entries(...args);
  }

  entered(...args: Parameters<RoomStore['entered']>): ReturnType<RoomStore['entered']> {
    return this.#coupons.entered(...args);
  }

  draw(...args: Parameters<RoomStore['draw']>): ReturnType<RoomStore['draw']> {
    return this.#coupons.draw(...args);
  }

  order(...args: Parameters<RoomStore['order']>): ReturnType<RoomStore['order']> {
    return this.#orders.order(...args);
  }

  orders(...args: Parameters<RoomStore['orders']>): ReturnType<RoomStore['orders']> {
    return this.#orders.orders(...args);
  }

  reserve(...args: Parameters<RoomStore['reserve']>): ReturnType<RoomStore['reserve']> {
    return this.#sales.reserve(...args);
  }

  release(...args: Parameters<RoomStore['release']>): ReturnType<RoomStore['release']> {
    return this.#sales.release(...args);
  }

  settle(...args: Parameters<RoomStore['settle']>): ReturnType<RoomStore['settle']> {
    return this.#sales.settle(...args);
  }

  settleAll(...args: Parameters<RoomStore['settleAll']>): ReturnType<RoomStore['settleAll']> {
    return this.#sales.settleAll(...args);
  }

  holdings(...args: Parameters<RoomStore['holdings']>): ReturnType<RoomStore['holdings']> {
    return this.#sales.holdings(...args);
  }

  answered(...args: Parameters<RoomStore['answered']>): ReturnType<RoomStore['answered']> {
    return this.#receipts.find(...args);
  }

  read<E = ControlEvent>(...args: Parameters<RoomStore['read']>): Promise<ReadResult<E>> {
    return this.#log.read(...args) as Promise<ReadResult<E>>;
  }

  history<E = ControlEvent>(...args: Parameters<RoomStore['history']>): Promise<History<E>> {
    return this.#log.history(...args) as Promise<History<E>>;
  }

  seal(...args: Parameters<RoomStore['seal']>): ReturnType<RoomStore['seal']> {
    return this.#log.seal(...args);
  }

  putSnapshot(...args: Parameters<RoomStore['putSnapshot']>): Promise<void> {
    return this.#log.putSnapshot(...args);
  }

  async pulse(room: string, request: PulseRequest): Promise<Pulse> {
    const known = this.#log.known.get(room);
    // Begun first, so that what it appends is part of the pulse.
    const [sales, murmur] = await Promise.all([
      this.#sales.tend(room, request.at),
      this.#talk.pulse(room, request, known),
    ]);
    const pulse = { ...murmur, sales };
    this.#claims.heard(room, pulse.left);
    // Everything was forgotten: what all processes sign with is put back as it was.
    if (known && pulse.epoch !== known.epoch) await this.#putSecretsBack();
    return pulse;
  }

  subscribe(...args: Parameters<RoomStore['subscribe']>): () => void {
    return this.#hints.subscribe(...args);
  }

  count(...args: Parameters<RoomStore['count']>): Promise<number> {
    return this.#talk.count(...args);
  }

  counted(...args: Parameters<RoomStore['counted']>): Promise<number[]> {
    return this.#talk.counted(...args);
  }

  keep(room: string, path: string, bytes: Buffer): Promise<Buffer> {
    return this.#putIfAbsent(this.#keys(room).of(`kept:${path}`), bytes);
  }

  async kept(room: string, path: string): Promise<Buffer | undefined> {
    const key = this.#keys(room).of(`kept:${path}`);
    return (await this.#link.ask(client => client.getBuffer(key))) ?? undefined;
  }

  async join(room: string, viewer: string, now: number, breakMs: number): Promise<number> {
    const keys = this.#keys(room).all('joins');
    return Number(await this.#link.run<string>(joinScript, keys, [viewer, now, breakMs]));
  }

  async prune(before: number): Promise<void> {
    await this.#putSecretsBack();
    for (const room of this.#log.known.keys()) await this.#receipts.prune(room, before);
  }

  close(): Promise<void> {
    clearInterval(this.#ticking);
    this.#closed ??= this.#link.close().then(() => this.#hints.close());
    return this.#closed;
  }

  async #open({ patienceMs = QUIET, warn = () => {} }: RedisStoreOptions): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
    });
    try {
      await Promise.race([Promise.all([this.#link.open(), this.#hints.open()]), tooLate]);
      this.#spent.secret = await Promise.race([this.secret(SPENT), tooLate]);
      const info = await Promise.race([this.#link.ask(client => client.info()), tooLate]);
      // Who rents a Redis is often not told its settings.
      const asked = this.#link
        .ask(client => client.call('CONFIG', 'GET', 'appendfsync'))
        .catch(() => undefined);
      const settings = await Promise.race([asked, tooLate]);
      const sync = Array.isArray(settings) ? String(settings[1]) : undefined;
      for (let i = 0; i < 3; i += 1) await this.#clock.sample();
      this.#ticking = setInterval(() => void this.#clock.sample().catch(() => {}), CLOCK_EVERY).unref();
      for (const warning of serverWarnings(info, sync, this.#address.certainty)) warn(warning);
    } finally {
      clearTimeout(timer);
    }
  }

  #secretKey(name: string): string {
    return `${this.#address.prefix}secret:${name}`;
  }

  #noteKey(name: string): string {
    return `${this.#address.prefix}note:{${name}}`;
  }

  async #putSecretsBack(): Promise<void> {
    for (const [name, secret] of this.#secrets) await this.#putIfAbsent(this.#secretKey(name), secret);
  }

  async #putIfAbsent(key: string, bytes: Buffer): Promise<Buffer> {
    const put = await this.#link.ask(client => client.set(key, bytes, 'NX'));
    if (put === 'OK') return bytes;
    return (await this.#link.ask(client => client.getBuffer(key))) ?? bytes;
  }

  #keys(room: string): RoomKeys {
    return new RoomKeys(this.#address.prefix, room);
  }
}
