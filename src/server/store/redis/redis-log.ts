import { limits, QunError, type RoomState, type Show } from '../../../protocol/index.js';
import { randomText } from '../../room/random-id.js';
import type { Answered } from '../receipt.js';
import {
  roomOfLog,
  type History,
  type HistoryPart,
  type LogDraft,
  type LogEvent,
  type ReadResult,
  type RoomRecord,
  type RoomStore,
} from '../room-store.js';
import { tooFew } from '../../room/sale-book.js';
import { RoomKeys, suffixOf } from './keys.js';
import type { RedisHints } from './redis-hints.js';
import type { Argument, RedisLink } from './redis-link.js';
import { fieldOf, type RedisReceipts } from './redis-receipts.js';
import { commentOf, eventOf, leftOf, nonceOf, salesOf, seqOf, type Entry } from './rows.js';
import { appendScript, loadScript, readScript, sealScript, snapshotScript } from './scripts/log-scripts.js';

/** Entries read at once where a part of the log is looked through. */
const PAGE = 500;

/** What this process knows of a room's log: its epoch, and the newest event it has met. */
export interface Known {
  epoch: string;
  seq: number;
  nonce: string;
}

export const newEpoch = () => randomText(12).toLowerCase();

type Loaded = [
  epoch: string,
  head: number,
  snap: string | null,
  events: Entry[],
  show: string | null,
  comments: string[],
  commentCount: number,
  likes: number,
  place: number,
  stock: string[],
  last: Entry[],
  sales: string[],
];

/** The logs of all rooms. */
export class RedisLog {
  readonly #link: RedisLink;
  readonly #hints: RedisHints;
  readonly #receipts: RedisReceipts;
  readonly #prefix: string;
  readonly known = new Map<string, Known>();

  constructor(link: RedisLink, hints: RedisHints, receipts: RedisReceipts, prefix: string) {
    this.#link = link;
    this.#hints = hints;
    this.#receipts = receipts;
    this.#prefix = prefix;
  }

  async load(room: string): Promise<RoomRecord> {
    const keys = this.#keys(room).all(
      'meta',
      'log',
      'snap',
      'show',
      'comments',
      'by:shown',
      'stock',
      'sales',
    );
    const loaded = await this.#link.run<Loaded>(loadScript, keys, [newEpoch(), limits.recentComments]);
    const [epoch, seq, snap, events, show, comments, commentCount, likes, place, stock, last, sales] = loaded;
    const cut = snap?.indexOf(' ') ?? -1;
    // What was met before stays what it is: a shorter log of the same epoch has lost some, and the next pulse says so.
    if (this.known.get(room)?.epoch !== epoch) {
      this.known.set(room, { epoch, seq, nonce: last[0] ? nonceOf(last[0]) : '' });
    }
    return {
      epoch,
      seq,
      state: snap === null ? undefined : (JSON.parse(snap.slice(cut + 1)) as RoomState),
      snapshotSeq: snap === null ? 0 : Number(snap.slice(0, cut)),
      events: events.map(entry => eventOf(entry, room, epoch)) as RoomRecord['events'],
      show: show === null ? undefined : (JSON.parse(show) as { show: Show }).show,
      comments: comments.map(row => commentOf(row).comment).reverse(),
      commentCount,
      likes,
      left: leftOf(stock),
      sales: salesOf(sales),
      cursor: String(place),
    };
  }

  async append(
    ...[log, drafts, { at, expectSeq, receipt }]: Parameters<RoomStore['append']>
  ): ReturnType<RoomStore['append']> {
    const room = roomOfLog(log);
    const keys = this.#keys(room);
    const nonce = randomText(8);
    const own = log === room;
    const args: Argument[] = [
      suffixOf(log),
      this.known.get(room)?.epoch ?? '',
      at,
      expectSeq,
      receipt ? fieldOf(receipt) : '',
      receipt?.fingerprint ?? '',
      keys.channel,
      log,
      nonce,
      at,
      newEpoch(),
      ...drafts.flatMap(draft => argumentsOf(draft, own)),
    ];
    const [result, value, claimed] = await this.#link.write<[string, string & number, number]>(
      appendScript,
      [keys.of('meta'), keys.of(`log${suffixOf(log)}`), ...keys.all(...touched)],
      args,
    );
    if (result === 'conflict') return 'conflict';
    if (result === 'kept') return this.#receipts.read(receipt!, value) as Promise<Answered<{ seq: number }>>;
    if (result === 'short') {
      const path = `coupons[${value}].total`;
      throw new QunError('bad-config', { path, detail: `${path}: ${claimed} have been claimed already` });
    }
    if (result === 'few') throw tooFew(value, claimed);
    if (own) this.#meet(room, value, nonce);
    this.#hints.tell(log, value);
    return { answer: { seq: value }, at, replayed: false };
  }

  async read(log: string, since: number, limit: number): Promise<ReadResult<LogEvent>> {
    const [epoch, head, entries] = await this.#read(log, since, limit, 'gap');
    if (!entries || entries.length < Math.max(0, head - since)) return 'gap';
    return { events: entries.map(entry => eventOf(entry, log, epoch)), head };
  }

  async history(log: string, { after, limit, types }: HistoryPart): Promise<History<LogEvent>> {
    const events: LogEvent[] = [];
    for (let place = after; ;) {
      const [epoch, head, entries] = await this.#read(log, place, PAGE, '');
      for (const entry of entries ?? []) {
        const event = eventOf(entry, log, epoch);
        place = event.seq;
        if (types && !types.includes(event.type)) continue;
        events.push(event);
        if (events.length === limit) return { events, seq: event.seq, head };
      }
      if (place >= head || !entries || entries.length === 0)
        return { events, seq: Math.max(after, head), head };
    }
  }

  async seal(room: string, until: number): Promise<{ seq: number }> {
    return { seq: await this.#link.write<number>(sealScript, this.#keys(room).all('meta'), [until]) };
  }

  async putSnapshot(room: string, seq: number, state: RoomState): Promise<void> {
    const epoch = this.known.get(room)?.epoch ?? '';
    const args = [epoch, seq, JSON.stringify(state)];
    await this.#link.run(snapshotScript, this.#keys(room).all('meta', 'snap'), args);
  }

  async #read(log: string, since: number, limit: number, else_: 'gap' | '') {
    const room = roomOfLog(log);
    const keys = this.#keys(room).all('meta', `log${suffixOf(log)}`);
    const known = log === room ? this.known.get(room) : undefined;
    const nonce = else_ === 'gap' && known && known.seq === since ? known.nonce : '';
    const args = [suffixOf(log), since, Math.min(limit, 1_000_000), else_, nonce];
    const result = await this.#link.run<[string, number, Entry[] | null]>(readScript, keys, args);
    const last = result[2]?.[result[2].length - 1];
    if (last && result[0] === known?.epoch) {
      this.#meet(room, seqOf(last), nonceOf(last));
    }
    return result;
  }

  #meet(room: string, seq: number, nonce: string): void {
    const known = this.known.get(room);
    if (known && known.seq < seq) this.known.set(room, { ...known, seq, nonce });
  }

  #keys(room: string): RoomKeys {
    return new RoomKeys(this.#prefix, room);
  }
}

/** All that an append may change beside the log. */
const touched = [
  'receipts',
  'aged',
  'stock',
  'total',
  'show',
  'comments',
  'by:shown',
  'by:held',
  'by:shadow',
  'by:hidden',
  'sales',
  'line',
] as const;

function argumentsOf({ type, data, mediaAt }: LogDraft, own: boolean): Argument[] {
  const words = [type, JSON.stringify(data), mediaAt ?? ''];
  if (own && type === 'show.load') {
    const { coupons, sales = [] } = (data as { show: Show }).show;
    const [ofCoupons, ofSales] = [coupons, sales].map(all => all.map(({ id, total }) => [id, total]));
    return [...words, 'totals', JSON.stringify({ coupons: ofCoupons, sales: ofSales })];
  }
  if (own && type === 'sale.stop') return [...words, 'stop', (data as { saleId: string }).saleId];
  if (own && type === 'comment.redact') {
    return [...words, 'hidden', JSON.stringify((data as { ids: string[] }).ids)];
  }
  if (own && type === 'comment.restore') {
    const ids = (data as { comments: { id: string }[] }).comments.map(comment => comment.id);
    return [...words, 'shown', JSON.stringify(ids)];
  }
  return [...words, '', ''];
}
