import {
  limits,
  type Comment,
  type Happening,
  type Question,
  type SaleFigures,
} from '../../protocol/index.js';
import { sample } from '../talk/sample.js';
import { Figures } from './figures.js';

/** Comments one tick carries; the rest are only counted. Twice a second this is more than anyone reads. */
const CARRIED = 10;
/** Comments that wait for a tick: past this they are drawn among at once. */
const WAITING = 1000;

/** What a tick says beside who is online. */
export interface Murmur {
  comments: Comment[];
  more: number;
  left: Record<string, number>;
  sales?: Record<string, SaleFigures>;
  likes?: number;
  asked?: Question[];
  happened?: Happening[];
}

/** What happens between two ticks, and the comments a newcomer finds. */
export class Ambience {
  #recent: Comment[];
  #fresh: Comment[] = [];
  #uncarried = 0;
  #commentCount: number;
  #likes: number;
  #likesTold: number;
  #asked: Question[] = [];
  #askedTold = '[]';
  #happened: Happening[] = [];
  /** Taken down: what answers to them quotes them no more. */
  readonly #hidden = new Set<string>();
  readonly #left: Figures<number>;
  readonly #sales: Figures<SaleFigures>;

  constructor(
    recent: Comment[],
    commentCount: number,
    left: Record<string, number>,
    likes = 0,
    sales: Record<string, SaleFigures> = {},
  ) {
    this.#recent = recent;
    this.#commentCount = commentCount;
    this.#likes = this.#likesTold = likes;
    this.#left = new Figures(left);
    this.#sales = new Figures(sales);
  }

  get recent(): readonly Comment[] {
    return this.#recent;
  }

  get commentCount(): number {
    return this.#commentCount;
  }

  get left(): Record<string, number> {
    return this.#left.all;
  }

  /** How each flash sale stands. */
  get sales(): Record<string, SaleFigures> {
    return this.#sales.all;
  }

  get likes(): number {
    return this.#likes;
  }

  /** Open questions that several ask, most asked first. */
  get asked(): readonly Question[] {
    return this.#asked;
  }

  /** What was said since the last time, in order; `missed` more were not brought, and `count` is of all so far. */
  heard(comments: readonly Comment[], missed: number, count: number): void {
    const seemly = comments.map(comment => this.#seemly(comment));
    this.#recent = [...this.#recent, ...seemly].slice(-limits.recentComments);
    this.#fresh.push(...seemly);
    this.#uncarried += missed;
    this.#commentCount = count;
    if (this.#fresh.length > WAITING) this.#draw(WAITING / 2);
  }

  hide(ids: readonly string[]): void {
    for (const id of ids) this.#hidden.add(id);
    for (const oldest of this.#hidden) {
      if (this.#hidden.size <= limits.redacted) break;
      this.#hidden.delete(oldest);
    }
    const rest = (comments: Comment[]) =>
      comments.filter(({ id }) => !ids.includes(id)).map(comment => this.#seemly(comment));
    const fresh = rest(this.#fresh);
    this.#uncarried += this.#fresh.length - fresh.length;
    this.#recent = rest(this.#recent);
    this.#fresh = fresh;
  }

  /** The same comments as they are now: what newcomers find, and what the next tick brings. */
  retell(comments: readonly Comment[]): void {
    const now = new Map(comments.map(comment => [comment.id, comment]));
    const told = (comment: Comment) => this.#seemly(now.get(comment.id) ?? comment);
    this.#recent = this.#recent.map(told);
    this.#fresh = this.#fresh.map(told);
  }

  /** Seen again: back where they were said, as far as newcomers are shown back. */
  restore(comments: readonly Comment[]): void {
    for (const { id } of comments) this.#hidden.delete(id);
    const known = new Set(this.#recent.map(({ id }) => id));
    const all = [...this.#recent, ...comments.filter(({ id }) => !known.has(id))];
    this.#recent = all.sort((a, b) => a.at - b.at).slice(-limits.recentComments);
  }

  setLeft(couponId: string, left: number): void {
    this.#left.set(couponId, left);
  }

  setSale(saleId: string, figures: SaleFigures): void {
    this.#sales.set(saleId, figures);
  }

  setLikes(total: number): void {
    this.#likes = total;
  }

  setAsked(questions: Question[]): void {
    this.#asked = questions;
  }

  happen(happened: readonly Happening[]): void {
    this.#happened.push(...happened);
  }

  /** What is new since the last call; undefined: nothing. */
  take(): Murmur | undefined {
    this.#draw(CARRIED);
    const asked = JSON.stringify(this.#asked);
    const [left, sales] = [this.#left.take(), this.#sales.take()];
    const murmur: Murmur = {
      comments: this.#fresh,
      more: this.#uncarried,
      left: left ?? {},
      ...(sales && { sales }),
      ...(this.#likes === this.#likesTold ? {} : { likes: this.#likes }),
      ...(asked === this.#askedTold ? {} : { asked: this.#asked }),
      ...(this.#happened.length === 0 ? {} : { happened: this.#happened }),
    };
    const quiet = this.#fresh.length === 0 && this.#uncarried === 0 && !left && !sales;
    const still = !murmur.asked && !murmur.happened && murmur.likes === undefined;
    this.#fresh = [];
    this.#uncarried = 0;
    this.#happened = [];
    this.#likesTold = this.#likes;
    this.#askedTold = asked;
    return quiet && still ? undefined : murmur;
  }

  #seemly(comment: Comment): Comment {
    if (!comment.replyTo || !this.#hidden.has(comment.replyTo.id)) return comment;
    const { replyTo: _, ...rest } = comment;
    return rest;
  }

  #draw(most: number): void {
    const kept = sample(this.#fresh, most);
    this.#uncarried += this.#fresh.length - kept.length;
    this.#fresh = kept;
  }
}
