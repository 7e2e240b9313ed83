import { limits, type Comment } from '../../protocol/index.js';
import { runsRoom } from '../room/viewer.js';

/** Comments one tick carries; the rest are only counted. Twice a second this is more than anyone reads. */
const CARRIED = 10;

/** What a tick says beside who is online. */
export interface Murmur {
  comments: Comment[];
  more: number;
  left: Record<string, number>;
}

/** What happens between two ticks, and the comments a newcomer finds. */
export class Ambience {
  #recent: Comment[];
  #fresh: Comment[] = [];
  #uncarried = 0;
  #commentCount: number;
  readonly #left: Map<string, number>;
  readonly #changed = new Set<string>();

  constructor(recent: Comment[], commentCount: number, left: Record<string, number>) {
    this.#recent = recent;
    this.#commentCount = commentCount;
    this.#left = new Map(Object.entries(left));
  }

  get recent(): readonly Comment[] {
    return this.#recent;
  }

  get commentCount(): number {
    return this.#commentCount;
  }

  get left(): Record<string, number> {
    return Object.fromEntries(this.#left);
  }

  /** What was said since the last time, in order; `missed` more were not brought, and `count` is of all so far. */
  heard(comments: readonly Comment[], missed: number, count: number): void {
    for (const comment of comments) this.comment(comment);
    this.#uncarried += missed;
    this.#commentCount = count;
  }

  comment(comment: Comment): void {
    this.#commentCount += 1;
    this.#recent = [...this.#recent, comment].slice(-limits.recentComments);
    this.#fresh.push(comment);
    if (this.#fresh.length > 2 * CARRIED) {
      const kept = sample(this.#fresh);
      this.#uncarried += this.#fresh.length - kept.length;
      this.#fresh = kept;
    }
  }

  hide(ids: readonly string[]): void {
    const shown = (comment: Comment) => !ids.includes(comment.id);
    this.#recent = this.#recent.filter(shown);
    this.#fresh = this.#fresh.filter(shown);
  }

  setLeft(couponId: string, left: number): void {
    if (this.#left.get(couponId) === left) return;
    this.#left.set(couponId, left);
    this.#changed.add(couponId);
  }

  /** What is new since the last call; undefined: nothing. */
  take(): Murmur | undefined {
    if (this.#fresh.length === 0 && this.#uncarried === 0 && this.#changed.size === 0) return undefined;
    const comments = sample(this.#fresh);
    const more = this.#uncarried + this.#fresh.length - comments.length;
    const left = Object.fromEntries([...this.#changed].map(id => [id, this.#left.get(id)!]));
    this.#fresh = [];
    this.#uncarried = 0;
    this.#changed.clear();
    return { comments, more, left };
  }
}

/** The host's and assistants' words first, then the newest; in the order they were said. */
export function sample(comments: readonly Comment[]): Comment[] {
  if (comments.length <= CARRIED) return [...comments];
  const staff = comments.filter(comment => runsRoom(comment.from)).slice(-CARRIED);
  const viewers = comments.filter(comment => !runsRoom(comment.from));
  const kept = new Set([...staff, ...viewers.slice(viewers.length - (CARRIED - staff.length))]);
  return comments.filter(comment => kept.has(comment));
}
