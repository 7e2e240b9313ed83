import { QunError } from '../../../protocol/index.js';
import {
  erasedName,
  markTold,
  type Intent,
  type Mark,
  type Reach,
  type ReferralPage,
  type ReferralRow,
  type ReferralStore,
  type Share,
  type Visit,
} from '../referral-store.js';
import { RoomKeys } from './keys.js';
import { eraseViewer } from './erase-viewer.js';
import { forgetViewer } from './forget-viewer.js';
import type { RedisLink } from './redis-link.js';
import type { RedisSpent } from './redis-spent.js';
import { partsOf, rowText } from './referral-rows.js';
import {
  intendScript,
  markScript,
  rewriteScript,
  shareScript,
  visitScript,
} from './scripts/referral-scripts.js';

/** How often what is rewritten may cross what is added. */
const ATTEMPTS = 8;

/** Who passed a room on and who came by it, and what is noted of viewers. */
export class RedisReferrals implements ReferralStore {
  readonly #link: RedisLink;
  readonly #spent: RedisSpent;
  readonly #prefix: string;

  constructor(link: RedisLink, spent: RedisSpent, prefix: string) {
    this.#link = link;
    this.#spent = spent;
    this.#prefix = prefix;
  }

  async share(room: string, share: Share): Promise<Share> {
    const keys = this.#keys(room).all('chain', 'chain:by', 'shares');
    const args = [share.id, share.sharer, rowText({ kind: 'share', ...share })];
    return shareIn(await this.#link.write<string>(shareScript, keys, args));
  }

  async shareOf(room: string, id: string): Promise<Share | undefined> {
    const keys = this.#keys(room);
    const n = await this.#link.ask(client => client.hget(keys.of('shares'), id));
    if (n === null) return undefined;
    const row = await this.#link.ask(client => client.hget(keys.of('chain'), n));
    return row === null ? undefined : shareIn(row);
  }

  async visit(room: string, visit: Visit, againMs: number): Promise<boolean> {
    const { viewer, share = '-', at } = visit;
    const row = rowText({ kind: 'visit', ...visit });
    const keys = this.#keys(room).all('chain', 'chain:by');
    return (await this.#link.write<number>(visitScript, keys, [viewer, share, at - againMs, row])) === 1;
  }

  async visitsOf(room: string, viewer: string): Promise<Visit[]> {
    const rows = await this.#rowsOf(room, viewer);
    return rows.flatMap(({ text }) => {
      const { kind, ...visit } = partsOf(text);
      return kind === 'visit' ? [visit as unknown as Visit] : [];
    });
  }

  async intend(room: string, intent: Intent): Promise<void> {
    const keys = this.#keys(room).all('chain', 'chain:by');
    await this.#link.write(intendScript, keys, [intent.viewer, rowText({ kind: 'intent', ...intent })]);
  }

  async referrals(room: string, after: number, limit: number): Promise<ReferralPage> {
    const keys = this.#keys(room);
    // Asked first: what is erased in between is found out with the next page.
    const edition = await this.#link.ask(client => client.get(keys.of('chain:edition')));
    const texts = await this.#rows(
      room,
      Array.from({ length: Math.max(0, limit) }, (_, i) => after + 1 + i),
    );
    const rows = texts.flatMap(({ n, text }) => [{ n, ...partsOf(text) } as unknown as ReferralRow]);
    return { rows, edition: Number(edition ?? 0) };
  }

  async setShownName(room: string, viewer: string, name: string | undefined): Promise<void> {
    await again(async () => {
      const { by, rows } = await this.#known(room, viewer);
      const told = rows
        .map(({ n, text }) => ({ n, share: partsOf(text) }))
        .filter(({ share }) => share.kind === 'share');
      const others = told.filter(({ share }) => share.name !== name);
      const put = others.map(({ n, share: { name: _, ...share } }) => [n, rowText(share)]);
      const last = new Map(told.map(({ share }) => [share.id, share]));
      const changed = [...last.values()].filter(share => share.name !== name);
      const added = changed.map(share => rowText({ ...share, name }));
      const args = [viewer, by, JSON.stringify(put), JSON.stringify(added)];
      const keys = this.#keys(room).all('chain', 'chain:by');
      return (await this.#link.write<number>(rewriteScript, keys, args)) === 1;
    });
  }

  async erase(room: string, viewer: string, at: number, reach: Reach = 'chain'): Promise<void> {
    const other = erasedName();
    const keys = this.#keys(room);
    const whole = { link: this.#link, spent: this.#spent, keys, room, viewer, other };
    if (reach === 'room' && !(await forgetViewer(whole))) throw busy();
    const mark = this.#spent.mark(room, 'chain', viewer);
    await again(() => eraseViewer(this.#link, keys, { viewer, other, mark, at }));
  }

  async timesErased(room: string, viewer: string): Promise<number> {
    const mark = this.#spent.mark(room, 'chain', viewer);
    return Number((await this.#link.ask(client => client.hget(this.#keys(room).of('spent'), mark))) ?? 0);
  }

  async mark(room: string, mark: Mark): Promise<boolean> {
    const told = markTold(mark);
    const keys = this.#keys(room).all('marks', 'ledger', 'ledger:of');
    const args = [mark.viewer, mark.name, mark.on ? 'on' : '', mark.at, told ? JSON.stringify(told) : ''];
    return (await this.#link.write<number>(markScript, keys, args)) === 1;
  }

  async marks(room: string, viewer: string): Promise<string[]> {
    const names = await this.#link.ask(client => client.hget(this.#keys(room).of('marks'), viewer));
    return names ? names.split(' ').sort() : [];
  }

  async #known(room: string, viewer: string) {
    const by = (await this.#link.ask(client => client.hget(this.#keys(room).of('chain:by'), viewer))) ?? '';
    return { by, rows: await this.#rows(room, by === '' ? [] : by.split(' ').map(Number)) };
  }

  async #rowsOf(room: string, viewer: string) {
    return (await this.#known(room, viewer)).rows;
  }

  /** Those that are there. */
  async #rows(room: string, numbers: readonly number[]): Promise<{ n: number; text: string }[]> {
    if (numbers.length === 0) return [];
    const key = this.#keys(room).of('chain');
    const texts = await this.#link.ask(client => client.hmget(key, ...numbers.map(String)));
    return texts.flatMap((text, i) => (text === null ? [] : [{ n: numbers[i]!, text }]));
  }

  #keys(room: string): RoomKeys {
    return new RoomKeys(this.#prefix, room);
  }
}

function shareIn(text: string): Share {
  const { kind: _, ...share } = partsOf(text);
  return share as unknown as Share;
}

/** Does it until nothing has come in between. */
async function again(work: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) if (await work()) return;
  throw busy();
}

const busy = () =>
  new QunError('overloaded', { detail: 'too much is said of this viewer at once', retryAfterMs: 500 });
