import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  limits,
  QunError,
  type ClaimAnswer,
  type Comment,
  type ControlEvent,
  type RoomState,
} from '../../../protocol/index.js';
import { settleClaim } from '../../room/decide-claim.js';
import { randomText } from '../../room/random-id.js';
import { GroupCommit, type GroupCommitOptions } from '../group-commit.js';
import type { Redemption, RedeemRequest } from '../coupon-store.js';
import { wonBy } from '../ledger-store.js';
import {
  roomOfLog,
  staffLog,
  type Answered,
  type Claimed,
  type ClaimRequest,
  type CommentAnswer,
  type History,
  type LogDraft,
  type Pulse,
  type PulseRequest,
  type ReadResult,
  type Receipt,
  type RoomRecord,
  type RoomStore,
  type Standing,
} from '../room-store.js';
import { ClaimsTable } from './claims-table.js';
import { CodesTable } from './codes-table.js';
import { CommentsTable } from './comments-table.js';
import { CountsTable } from './counts-table.js';
import { CouponDraws } from './coupon-draws.js';
import { sqliteDriver, type SqliteDatabase } from './driver.js';
import { JoinsTable } from './joins-table.js';
import { KeptTable } from './kept-table.js';
import { LedgerTable } from './ledger-table.js';
import { Likes } from './likes.js';
import { LogTable } from './log-table.js';
import { lockOwner } from './owner-lock.js';
import { OrdersTable } from './orders-table.js';
import { OwnTable } from './own-table.js';
import { Presence } from './presence.js';
import { ReceiptsTable } from './receipts-table.js';
import { checkVersion, prepareSchema } from './schema.js';
import { SpentTable } from './spent-table.js';
import { SqliteReferrals } from './sqlite-referrals.js';
import { SqliteSales } from './sqlite-sales.js';
import { WholeErasure } from './whole-erasure.js';
import { WriteTransactions } from './write-transactions.js';

export interface SqliteStoreOptions extends GroupCommitOptions {
  /** Folder of the data, made where it is missing; `:memory:` keeps nothing. */
  folder: string;
  /** Told once where SQLite could be newer. */
  warn?: (message: string) => void;
}

/** Answers forgotten in one transaction, so that tidying up never holds a claim back. */
const PRUNED_AT_ONCE = 500;

/** Rooms in one SQLite file on a local disk, written by this process alone. */
export class SqliteStore implements RoomStore {
  readonly #epoch: string;
  readonly #database: SqliteDatabase;
  readonly #unlock: () => void;
  readonly #commit: GroupCommit;
  readonly #transactions: WriteTransactions;
  readonly #log: LogTable;
  readonly #comments: CommentsTable;
  readonly #claims: ClaimsTable;
  readonly #receipts: ReceiptsTable;
  readonly #joins: JoinsTable;
  readonly #counts: CountsTable;
  readonly #kept: KeptTable;
  readonly #own: OwnTable;
  readonly #ledger: LedgerTable;
  readonly #spent: SpentTable;
  readonly #codes: CodesTable;
  readonly #draws: CouponDraws;
  readonly #orders: OrdersTable;
  readonly #referrals: SqliteReferrals;
  readonly #likes: Likes;
  readonly #sales: SqliteSales;
  readonly #presence = new Presence();
  #closed: Promise<void> | undefined;
  readonly reserve: RoomStore['reserve'] = request => this.#sales.reserve(request);
  readonly release: RoomStore['release'] = request => this.#sales.release(request);
  readonly settle: RoomStore['settle'] = request => this.#sales.settle(request);
  readonly settleAll: RoomStore['settleAll'] = request => this.#sales.settleAll(request);
  enter: RoomStore['enter'] = (...args) => this.#commit.run(() => this.#draws.enter(...args));
  entries: RoomStore['entries'] = async (...args) => this.#draws.entries(...args);
  entered: RoomStore['entered'] = async (...args) => this.#draws.entered(...args);
  draw: RoomStore['draw'] = (...args) => this.#commit.run(() => this.#draws.draw(...args));
  order: RoomStore['order'] = (...args) => this.#commit.run(() => this.#orders.hear(...args));
  orders: RoomStore['orders'] = async (...args) => this.#orders.ofSubject(...args);
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
  readonly ledger: RoomStore['ledger'] = async (...args) => this.#ledger.read(...args);
  readonly cursor: RoomStore['cursor'] = async (...args) => this.#ledger.cursor(...args);
  readonly lease: RoomStore['lease'] = async (...args) => this.#ledger.lease(...args);
  readonly setCursor: RoomStore['setCursor'] = (...args) =>
    this.#commit.run(() => this.#ledger.setCursor(...args));
  readonly holdings: RoomStore['holdings'] = (room, viewer) => this.#sales.holdings(room, viewer);
  readonly note: RoomStore['note'] = async name => this.#own.note(name);
  readonly setNote: RoomStore['setNote'] = (...args) => this.#commit.run(() => this.#own.setNote(...args));

  static async open(options: SqliteStoreOptions): Promise<SqliteStore> {
    const open = await sqliteDriver();
    if (options.folder === ':memory:') return new SqliteStore(open(':memory:'), () => {}, options);
    try {
      mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new QunError('bad-config', { detail: `cannot make the folder ${options.folder}`, cause });
    }
    const unlock = lockOwner(open, join(options.folder, 'owner.lock'));
    const path = join(options.folder, 'rooms.sqlite');
    try {
      const database = open(path);
      // It holds the secret that tokens are made with.
      chmodSync(path, 0o600);
      return new SqliteStore(database, unlock, options);
    } catch (cause) {
      unlock();
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new QunError('bad-config', { detail: `cannot use ${path}: ${why}`, cause });
    }
  }

  private constructor(database: SqliteDatabase, unlock: () => void, options: SqliteStoreOptions) {
    this.#database = database;
    this.#unlock = unlock;
    const warning = checkVersion(database);
    if (warning) options.warn?.(warning);
    this.#epoch = prepareSchema(database, () => randomText(12).toLowerCase()).epoch;
    this.#log = new LogTable(database, this.#epoch);
    this.#comments = new CommentsTable(database);
    this.#claims = new ClaimsTable(database);
    this.#receipts = new ReceiptsTable(database);
    this.#joins = new JoinsTable(database);
    this.#counts = new CountsTable(database);
    this.#kept = new KeptTable(database);
    this.#own = new OwnTable(database);
    this.#spent = new SpentTable(database, this.#own);
    this.#ledger = new LedgerTable(database);
    this.#codes = new CodesTable(database, this.#ledger);
    this.#orders = new OrdersTable(database, this.#ledger);
    this.#draws = new CouponDraws(database, {
      claims: this.#claims,
      receipts: this.#receipts,
      ledger: this.#ledger,
      spent: this.#spent,
      append: (room, drafts, at) => this.#append(room, drafts, at),
    });
    this.#likes = new Likes(database);
    this.#transactions = new WriteTransactions(database);
    this.#commit = new GroupCommit(this.#transactions, () => this.#transactions.publish(), options);
    const whole = new WholeErasure(database, this.#spent);
    const books = {
      commit: this.#commit,
      ledger: this.#ledger,
      orders: this.#orders,
      whole,
      spent: this.#spent,
    };
    this.#referrals = new SqliteReferrals(database, books);
    this.#sales = new SqliteSales({
      database,
      commit: this.#commit,
      receipts: this.#receipts,
      ledger: this.#ledger,
      spent: this.#spent,
      append: (room, drafts, at) => void this.#append(room, drafts, at),
    });
  }

  secret(name: string): Promise<Buffer> {
    return this.#commit.run(() => this.#own.secret(name));
  }

  async load(room: string): Promise<RoomRecord> {
    const snapshot = this.#log.snapshot(room);
    const snapshotSeq = snapshot?.seq ?? 0;
    return {
      epoch: this.#epoch,
      seq: this.#log.head(room).seq,
      state: snapshot?.state,
      snapshotSeq,
      events: this.#log.eventsAfter(room, snapshotSeq) as ControlEvent[],
      show: this.#log.lastShow(room),
      comments: this.#comments.newest(room, 'shown', limits.recentComments),
      commentCount: this.#comments.count(room),
      likes: this.#likes.all(room),
      left: this.#claims.allLeft(room),
      sales: this.#sales.table.figures(room),
      cursor: String(this.#comments.place(room)),
    };
  }

  append(
    log: string,
    drafts: readonly LogDraft[],
    { at, expectSeq, receipt }: { at: number; expectSeq: number; receipt?: Receipt | undefined },
  ): Promise<Answered<{ seq: number }> | 'conflict'> {
    return this.#commit.run(() => {
      const kept = receipt && this.#receipts.find(receipt);
      if (kept) return kept as Answered<{ seq: number }>;
      if (this.#log.head(log).seq !== expectSeq) return 'conflict';
      const answer = { seq: this.#append(log, drafts, at) };
      return receipt ? this.#receipts.keep(receipt, answer, at) : { answer, at, replayed: false };
    });
  }

  comment(
    ...[comment, { subject, receipt, standing = 'shown' }]: Parameters<RoomStore['comment']>
  ): ReturnType<RoomStore['comment']> {
    return this.#commit.run(() => {
      const kept = this.#receipts.find(receipt);
      if (kept) return kept as Answered<CommentAnswer>;
      this.#comments.insert(comment, receipt, subject, standing);
      const answer: CommentAnswer = { comment, ...(standing === 'held' ? { held: true } : {}) };
      return { answer, at: comment.at, replayed: false };
    });
  }

  setStanding(room: string, ids: readonly string[], standing: Standing): Promise<Comment[]> {
    return this.#commit.run(() => this.#comments.setStanding(room, ids, standing));
  }

  async comments(
    ...[room, { standing, limit, before }]: Parameters<RoomStore['comments']>
  ): Promise<Comment[]> {
    return this.#comments.newest(room, standing, limit, before);
  }

  async commentOf(room: string, id: string): ReturnType<RoomStore['commentOf']> {
    return this.#comments.find(room, id);
  }

  claim(request: ClaimRequest): Promise<Claimed> {
    return this.#commit.run(() => this.#claim(request), { wholly: true });
  }

  async redeem(request: RedeemRequest): Promise<Redemption> {
    if (!this.#codes.knows(request)) while (await this.#commit.run(() => this.#codes.learn(request.room)));
    return this.#commit.run(() => this.#codes.redeem(request));
  }

  async answered(receipt: Receipt): Promise<Answered<unknown> | undefined> {
    return this.#receipts.find(receipt);
  }

  async read<E = ControlEvent>(...args: Parameters<RoomStore['read']>): Promise<ReadResult<E>> {
    return this.#log.read(...args) as ReadResult<E>;
  }

  async history<E = ControlEvent>(...args: Parameters<RoomStore['history']>): Promise<History<E>> {
    return this.#log.history(...args) as History<E>;
  }

  seal(room: string, until: number): Promise<{ seq: number }> {
    return this.#commit.run(() => {
      this.#log.seal(room, until);
      return { seq: this.#log.head(room).seq };
    });
  }

  async pulse(room: string, { process, online, likes, after, at }: PulseRequest): Promise<Pulse> {
    if (this.#likes.fresh(room, process, likes) > 0) {
      await this.#commit.run(() => this.#likes.give(room, process, likes));
    }
    const sales = await this.#sales.tend(room, at);
    // A little with every pulse, so that whoever uses a code need not wait. Where it fails, they do.
    if (this.#codes.behind(room)) this.#commit.run(() => this.#codes.learn(room)).catch(() => {});
    return {
      epoch: this.#epoch,
      head: this.#log.head(room).seq,
      staffHead: this.#log.head(staffLog(room)).seq,
      cursor: String(this.#comments.place(room)),
      ...this.#comments.since(room, Number(after)),
      commentCount: this.#comments.count(room),
      likes: this.#likes.all(room),
      online: this.#presence.tell(room, process, online),
      left: this.#claims.allLeft(room),
      sales,
    };
  }

  count(...args: Parameters<RoomStore['count']>): Promise<number> {
    return this.#commit.run(() => this.#counts.count(...args));
  }

  async counted(room: string, names: readonly string[]): Promise<number[]> {
    return names.map(name => this.#counts.counted(room, name));
  }

  keep(...args: Parameters<RoomStore['keep']>): Promise<Buffer> {
    return this.#commit.run(() => this.#kept.keep(...args));
  }

  async kept(...args: Parameters<RoomStore['kept']>): ReturnType<RoomStore['kept']> {
    return this.#kept.find(...args);
  }

  async claims(...args: Parameters<RoomStore['claims']>): ReturnType<RoomStore['claims']> {
    return this.#claims.ofViewer(...args);
  }

  async hasCommented(room: string, viewer: string): Promise<boolean> {
    return this.#comments.spoken(room, viewer);
  }

  join(...args: Parameters<RoomStore['join']>): Promise<number> {
    return this.#commit.run(() => this.#joins.join(...args));
  }

  putSnapshot(room: string, seq: number, state: RoomState): Promise<void> {
    return this.#commit.run(() => this.#log.putSnapshot(room, seq, state));
  }

  async prune(before: number): Promise<void> {
    while (await this.#commit.run(() => this.#receipts.prune(before, PRUNED_AT_ONCE)));
  }

  subscribe(...args: Parameters<RoomStore['subscribe']>): () => void {
    return this.#transactions.subscribe(...args);
  }

  close(): Promise<void> {
    this.#closed ??= this.#commit.close().then(() => {
      this.#database.close();
      this.#unlock();
    });
    return this.#closed;
  }

  /** The place of the last one. */
  #claim(request: ClaimRequest): Claimed {
    const { couponId, gate, offer, receipt } = request;
    const { room, viewer } = receipt;
    const spent = this.#spent.of(room, `coupon ${couponId}`, viewer) > 0;
    const rest = gate || spent ? undefined : this.#claims.tryTake(request);
    if (rest !== undefined) {
      this.#ledger.write(room, offer.at, 'claim.won', wonBy(request));
      if (rest === 0) this.#append(room, [{ type: 'coupon.sold-out', data: { couponId } }], offer.at);
      return { answer: { result: 'won', ...offer }, at: offer.at, replayed: false, left: rest };
    }
    const left = this.#claims.left(room, couponId);
    const kept = this.#receipts.find(receipt);
    if (kept) return { ...(kept as Answered<ClaimAnswer>), left };
    const had = this.#claims.find(room, couponId, viewer);
    // There is none left, or none for this one.
    return {
      answer: settleClaim({ had, gate: spent ? null : gate, left: 0, offer }),
      at: offer.at,
      replayed: false,
      left,
    };
  }

  #append(log: string, drafts: readonly LogDraft[], at: number): number {
    const events = this.#log.append(log, drafts, at);
    if (log === roomOfLog(log)) for (const event of events) this.#follow(log, event as ControlEvent);
    this.#transactions.emit(events);
    return events[events.length - 1]?.seq ?? this.#log.head(log).seq;
  }

  /** What an event of a room's own log changes beside the log. */
  #follow(room: string, { type, data }: ControlEvent): void {
    if (type === 'show.load') {
      this.#claims.setTotals(room, data.show);
      this.#sales.table.setTotals(room, data.show);
    }
    if (type === 'sale.stop') this.#sales.table.endLine(room, data.saleId);
    if (type === 'comment.redact') this.#comments.setStanding(room, data.ids, 'hidden');
    if (type === 'comment.restore') {
      const ids = data.comments.map(comment => comment.id);
      this.#comments.setStanding(room, ids, 'shown');
    }
  }
}
