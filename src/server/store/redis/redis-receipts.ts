import { QunError, type Claim } from '../../../protocol/index.js';
import type { Answered, CommentAnswer, Receipt } from '../receipt.js';
import { roomOfLog } from '../room-store.js';
import { RoomKeys, suffixOf } from './keys.js';
import type { RedisLink } from './redis-link.js';
import { commentOf } from './rows.js';
import { pruneScript } from './scripts/talk-scripts.js';

/** Answers forgotten at once, so that tidying up never holds a claim back. */
const PRUNED_AT_ONCE = 500;

/** Where a receipt is kept in its room; those of the staff's log apart. Ids of viewers hold no spaces. */
export const fieldOf = ({ room, viewer, key }: Receipt) => `${suffixOf(room)}${viewer} ${key}`;

export const claimField = (couponId: string, viewer: string) => `${couponId} ${viewer}`;

/** "code at" */
export function claimOf(couponId: string, row: string): Claim {
  const [code = '', at] = row.split(' ');
  return { couponId, code, at: Number(at) };
}

/** Answers as they were first given: a receipt names its comment or claim, or holds the answer itself. */
export class RedisReceipts {
  readonly #link: RedisLink;
  readonly #prefix: string;

  constructor(link: RedisLink, prefix: string) {
    this.#link = link;
    this.#prefix = prefix;
  }

  async find(receipt: Receipt): Promise<Answered<unknown> | undefined> {
    const key = new RoomKeys(this.#prefix, roomOfLog(receipt.room)).of('receipts');
    const row = await this.#link.ask(client => client.hget(key, fieldOf(receipt)));
    return row === null ? undefined : this.read(receipt, row);
  }

  /** The answer that `row` stands for: "fingerprint kind …". Throws `key-reused` where the key was another command's. */
  async read(receipt: Receipt, row: string): Promise<Answered<unknown>> {
    const [, fingerprint, kind, rest = ''] = /^(\S*) (\w) (.*)$/s.exec(row)!;
    if (fingerprint !== receipt.fingerprint) {
      throw new QunError('key-reused', { detail: 'this Idempotency-Key was used for another command' });
    }
    if (kind === 'c') return this.#comment(receipt.room, rest);
    if (kind === 'w') return this.#claim(receipt, rest);
    const cut = rest.indexOf(' ');
    const answer = JSON.parse(rest.slice(cut + 1)) as unknown;
    return { answer, at: Number(rest.slice(0, cut)), replayed: true };
  }

  /** Forgets what is older than `before`. */
  async prune(room: string, before: number): Promise<void> {
    const keys = new RoomKeys(this.#prefix, room).all('receipts', 'aged');
    while ((await this.#link.run<number>(pruneScript, keys, [before, PRUNED_AT_ONCE])) === PRUNED_AT_ONCE);
  }

  async #comment(room: string, id: string): Promise<Answered<CommentAnswer>> {
    const key = new RoomKeys(this.#prefix, room).of('comments');
    const { comment, held } = commentOf((await this.#link.ask(client => client.hget(key, id)))!);
    return { answer: { comment, ...(held ? { held: true } : {}) }, at: comment.at, replayed: true };
  }

  async #claim({ room, viewer }: Receipt, couponId: string): Promise<Answered<unknown>> {
    const key = new RoomKeys(this.#prefix, room).of('won');
    const row = await this.#link.ask(client => client.hget(key, claimField(couponId, viewer)));
    const claim = claimOf(couponId, row!);
    return { answer: { result: 'won', ...claim }, at: claim.at, replayed: true };
  }
}
