import type { GroupCommit } from '../group-commit.js';
import {
  erasedName,
  markTold,
  type Mark,
  type Reach,
  type ReferralPage,
  type ReferralStore,
  type Share,
  type Visit,
} from '../referral-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';
import type { LedgerTable } from './ledger-table.js';
import type { OrdersTable } from './orders-table.js';
import { ReferralsTable } from './referrals-table.js';
import type { SpentTable } from './spent-table.js';
import type { WholeErasure } from './whole-erasure.js';

export interface ReferralTables {
  commit: GroupCommit;
  ledger: LedgerTable;
  orders: OrdersTable;
  whole: WholeErasure;
  spent: SpentTable;
}

/** Who passed a room on and who came by it, and what is noted of viewers. */
export class SqliteReferrals implements ReferralStore {
  readonly #commit: GroupCommit;
  readonly #ledger: LedgerTable;
  readonly #orders: OrdersTable;
  readonly #whole: WholeErasure;
  readonly #spent: SpentTable;
  readonly #rows: ReferralsTable;
  readonly #sql;

  constructor(database: SqliteDatabase, { commit, ledger, orders, whole, spent }: ReferralTables) {
    this.#commit = commit;
    this.#ledger = ledger;
    this.#orders = orders;
    this.#whole = whole;
    this.#spent = spent;
    this.#rows = new ReferralsTable(database);
    this.#sql = {
      mark: database.prepare(
        'INSERT OR IGNORE INTO marks (room, viewer, name) VALUES (?, ?, ?) RETURNING 1 AS one',
      ),
      unmark: database.prepare(
        'DELETE FROM marks WHERE room = ? AND viewer = ? AND name = ? RETURNING 1 AS one',
      ),
      marks: database.prepare('SELECT name FROM marks WHERE room = ? AND viewer = ? ORDER BY name'),
      rename: database.prepare('UPDATE marks SET viewer = ? WHERE room = ? AND viewer = ?'),
    };
  }

  share(room: string, share: Share): Promise<Share> {
    return this.#commit.run(() => this.#rows.share(room, share));
  }

  async shareOf(room: string, id: string): Promise<Share | undefined> {
    return this.#rows.shareOf(room, id);
  }

  visit(...visit: Parameters<ReferralStore['visit']>): Promise<boolean> {
    return this.#commit.run(() => this.#rows.visit(...visit));
  }

  async visitsOf(room: string, viewer: string): Promise<Visit[]> {
    return this.#rows.visitsOf(room, viewer);
  }

  intend(...intent: Parameters<ReferralStore['intend']>): Promise<void> {
    return this.#commit.run(() => this.#rows.intend(...intent));
  }

  async referrals(room: string, after: number, limit: number): Promise<ReferralPage> {
    return { rows: this.#rows.read(room, after, limit), edition: this.#rows.edition(room) };
  }

  setShownName(...shown: Parameters<ReferralStore['setShownName']>): Promise<void> {
    return this.#commit.run(() => this.#rows.setShownName(...shown));
  }

  erase(room: string, viewer: string, at: number, reach: Reach = 'chain'): Promise<void> {
    return this.#commit.run(() => {
      const other = erasedName();
      if (reach === 'room') this.#whole.run(room, viewer, other);
      if (this.#rows.rename(room, viewer, other)) this.#spent.add(room, 'chain', viewer, 1);
      this.#sql.rename.run(other, room, viewer);
      this.#orders.rename(room, viewer, other);
      this.#ledger.rename(room, viewer, other, reach);
      this.#ledger.write(room, at, 'viewer.erased', { as: other });
    });
  }

  async timesErased(room: string, viewer: string): Promise<number> {
    return this.#spent.of(room, 'chain', viewer);
  }

  mark(room: string, mark: Mark): Promise<boolean> {
    return this.#commit.run(() => {
      const { viewer, name, on, at } = mark;
      const change = on ? this.#sql.mark : this.#sql.unmark;
      const changed = change.all(room, viewer, name).length > 0;
      const told = changed ? markTold(mark) : undefined;
      if (told) this.#ledger.write(room, at, 'reminder.set', told);
      return changed;
    });
  }

  async marks(room: string, viewer: string): Promise<string[]> {
    return (this.#sql.marks.all(room, viewer) as SqlRow[]).map(row => String(row.name));
  }
}
