import type { Comment } from '../../../protocol/index.js';
import type { Answered, CommentAnswer } from '../receipt.js';
import {
  PULSE_COMMENTS,
  type Pulse,
  type PulseRequest,
  type RoomStore,
  type Standing,
} from '../room-store.js';
import { RoomKeys } from './keys.js';
import type { RedisLink } from './redis-link.js';
import { newEpoch, type Known } from './redis-log.js';
import { fieldOf, type RedisReceipts } from './redis-receipts.js';
import { commentOf, leftOf } from './rows.js';
import {
  commentScript,
  commentsScript,
  countScript,
  pulseScript,
  standingScript,
} from './scripts/talk-scripts.js';

type Pulsed = [
  epoch: string,
  head: number,
  staffHead: number,
  place: number,
  comments: string[],
  missed: number,
  commentCount: number,
  likes: number,
  online: number,
  stock: string[],
];

/** What is said in the rooms, and what is counted. */
export class RedisTalk {
  readonly #link: RedisLink;
  readonly #receipts: RedisReceipts;
  readonly #prefix: string;

  constructor(link: RedisLink, receipts: RedisReceipts, prefix: string) {
    this.#link = link;
    this.#receipts = receipts;
    this.#prefix = prefix;
  }

  async comment(
    ...[comment, { subject, receipt, standing = 'shown' }]: Parameters<RoomStore['comment']>
  ): ReturnType<RoomStore['comment']> {
    const keys = this.#keys(receipt.room);
    const names = keys.all('meta', 'receipts', 'comments', `by:${standing}`, 'said', 'subjects');
    const { viewer, fingerprint } = receipt;
    const whole = JSON.stringify(comment);
    const args = [fieldOf(receipt), fingerprint, comment.id, whole, standing, viewer, subject ?? ''];
    const [result, row] = await this.#link.write<[string, string]>(commentScript, names, args);
    if (result === 'kept') return this.#receipts.read(receipt, row) as Promise<Answered<CommentAnswer>>;
    const answer: CommentAnswer = { comment, ...(standing === 'held' ? { held: true } : {}) };
    return { answer, at: comment.at, replayed: false };
  }

  async setStanding(room: string, ids: readonly string[], standing: Standing): Promise<Comment[]> {
    const keys = this.#keys(room).all('meta', 'comments', 'by:shown', 'by:held', 'by:shadow', 'by:hidden');
    const changed = await this.#link.write<string[]>(standingScript, keys, [standing, ...ids]);
    return changed.map(json => JSON.parse(json) as Comment);
  }

  async comments(
    ...[room, { standing, limit, before }]: Parameters<RoomStore['comments']>
  ): Promise<Comment[]> {
    const keys = this.#keys(room).all('comments', `by:${standing}`);
    const rows = await this.#link.run<string[]>(commentsScript, keys, [limit, before ?? '']);
    return rows.map(row => commentOf(row).comment).reverse();
  }

  async commentOf(room: string, id: string): ReturnType<RoomStore['commentOf']> {
    const row = await this.#link.ask(client => client.hget(this.#keys(room).of('comments'), id));
    if (row === null) return undefined;
    const { comment, standing } = commentOf(row);
    return { comment, standing };
  }

  async hasCommented(room: string, viewer: string): Promise<boolean> {
    return (await this.#link.ask(client => client.sismember(this.#keys(room).of('said'), viewer))) === 1;
  }

  /** `known`: what this process has met of the log, so that one that lost some is found out. */
  async pulse(
    room: string,
    { process, online, likes, after }: PulseRequest,
    known: Known | undefined,
  ): Promise<Omit<Pulse, 'sales'>> {
    const names = ['meta', 'log', 'here', 'given', 'by:shown', 'comments', 'stock', 'snap'];
    const met = [known?.epoch ?? '', known?.seq ?? 0, known?.nonce ?? ''];
    const args = [newEpoch(), process, online, likes, after, PULSE_COMMENTS, ...met];
    const pulsed = await this.#link.run<Pulsed>(pulseScript, this.#keys(room).all(...names), args);
    const [epoch, head, staffHead, place, comments, missed, commentCount, allLikes, all, stock] = pulsed;
    return {
      epoch,
      head,
      staffHead,
      cursor: String(place),
      comments: comments.map(row => commentOf(row).comment).reverse(),
      missed,
      commentCount,
      likes: allLikes,
      online: all,
      left: leftOf(stock),
    };
  }

  count(room: string, name: string, viewer?: string): Promise<number> {
    const keys = this.#keys(room).all('counts', `counted:${name}`);
    return this.#link.run<number>(countScript, keys, [name, viewer ?? '']);
  }

  async counted(room: string, names: readonly string[]): Promise<number[]> {
    if (names.length === 0) return [];
    const key = this.#keys(room).of('counts');
    const counts = await this.#link.ask(client => client.hmget(key, ...names));
    return counts.map(Number);
  }

  #keys(room: string): RoomKeys {
    return new RoomKeys(this.#prefix, room);
  }
}
