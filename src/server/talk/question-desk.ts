import { limits, QunError, type Comment, type Question, type RoomState } from '../../protocol/index.js';
import { runsRoom } from '../room/viewer.js';
import type { RoomStore } from '../store/room-store.js';
import { QuestionBoard, type Asking } from './question-board.js';
import { isQuestion, namedNumber } from './question-text.js';
import type { StaffLog } from './staff-log.js';

export interface QuestionDeskOptions {
  store: RoomStore;
  room: string;
  state: () => RoomState;
  staff: StaffLog;
}

/** Comments looked through when a process starts. */
const LOOKED_BACK = 200;
/** Comments of this process that wait for their pulse. */
const MINE = 5000;
/** Questions one pulse is looked through for; more than that nobody answers. */
const PER_PULSE = 300;
/** Pulses after which the counts of other processes are read. */
const REFRESH_EVERY = 2;

/** What viewers ask in one room: the same questions put together, counted by the store, the same in every process. */
export class QuestionDesk {
  readonly #options: QuestionDeskOptions;
  readonly #board = new QuestionBoard();
  /** Question id → how many asked it. */
  #counts = new Map<string, number>();
  readonly #mine = new Set<string>();
  /** Asked once so far, and being written down. */
  readonly #opening = new Map<string, Promise<void>>();
  #work: Promise<unknown> = Promise.resolve();
  #pulses = 0;

  constructor(options: QuestionDeskOptions) {
    this.#options = options;
  }

  /** Looks at what was asked before this process was there. */
  async open(): Promise<void> {
    const { store, room } = this.#options;
    this.changed();
    const past = await store.comments(room, { standing: 'shown', limit: LOOKED_BACK });
    for (const comment of past) {
      const asking = this.#askingOf(comment);
      if (asking && !this.#board.known(asking.question)) this.#board.remember(asking);
    }
    await this.#refresh();
  }

  /** Open questions, most asked first; those asked once come last, newest first. */
  get all(): Question[] {
    const open = [...this.#options.staff.state.open.values()].map(question => this.#counted(question));
    open.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    return [...open, ...this.#board.singles.map(({ question }) => question).reverse()];
  }

  /** What a tick tells of: the most asked of those that several ask. */
  get asked(): Question[] {
    return this.all.filter(({ count }) => count > 1).slice(0, limits.questions);
  }

  /** A comment that this process took: it is this process that counts it. */
  mine(comment: Comment): void {
    this.#mine.add(comment.id);
    if (this.#mine.size > MINE) this.#mine.delete(this.#mine.values().next().value!);
  }

  /** Comments as they were shown, of all processes, in the order all of them see. */
  hear(comments: readonly Comment[]): void {
    let left = PER_PULSE;
    for (const comment of comments) {
      const mine = this.#mine.delete(comment.id);
      const asking = left > 0 ? this.#askingOf(comment) : undefined;
      if (!asking) continue;
      left -= 1;
      this.#hear(asking, mine);
    }
    this.#pulses += 1;
    if (this.#pulses % REFRESH_EVERY === 0) this.#do(() => this.#refresh());
  }

  /** The staff's log has moved on. */
  changed(): void {
    const { open, closed } = this.#options.staff.state;
    this.#board.know([...open.values(), ...closed.values()]);
  }

  /** Question `id` as often as it was asked; any shown comment can be answered as one. */
  async find(id: string): Promise<Question | undefined> {
    const { open, closed } = this.#options.staff.state;
    const known = open.get(id) ?? closed.get(id);
    if (known) return this.#counted(known);
    const asking = this.#board.find(id);
    if (asking) return asking.question;
    const { store, room } = this.#options;
    const found = await store.commentOf(room, id);
    return found?.standing === 'shown' ? this.#questionOf(found.comment) : undefined;
  }

  /** One more viewer asks question `id`. Answers with how many do; throws `question-unknown`. */
  async join(id: string, viewer: string): Promise<number> {
    const { open } = this.#options.staff.state;
    const asking = open.has(id) ? undefined : await this.#alone(id);
    if (asking && asking.viewer === viewer) return 1;
    if (asking) await this.#open(asking.question, [asking.viewer]);
    else if (!open.has(id)) {
      throw new QunError('question-unknown', { detail: `no open question ${id}`, path: 'questionId' });
    }
    return this.#count(id, viewer);
  }

  clear(): void {
    this.#board.clear();
    this.#counts.clear();
    this.#mine.clear();
  }

  /** Settles when what was heard has been counted. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #hear(asking: Asking, mine: boolean): void {
    const { question, viewer } = asking;
    const known = this.#board.known(question);
    if (known) {
      if (mine && this.#options.staff.state.open.has(known.id)) this.#do(() => this.#count(known.id, viewer));
      return;
    }
    const first = this.#board.single(question, viewer);
    if (!first) {
      this.#board.remember(asking);
      if (mine) this.#mine.add(question.id);
      return;
    }
    // Who took one of the two writes it down; where two processes do, the second finds it written.
    const ours = this.#mine.delete(first.question.id);
    if (mine || ours) this.#do(() => this.#open(first.question, [first.viewer, viewer]));
  }

  /** Makes it a question of the room, once, whoever else is about to. */
  async #open(question: Question, viewers: readonly string[]): Promise<void> {
    const { staff } = this.#options;
    const done =
      this.#opening.get(question.id) ??
      staff
        .write(({ open, closed }) =>
          open.has(question.id) || closed.has(question.id) || this.#board.known(question)
            ? undefined
            : { type: 'question.open', data: { question } },
        )
        .then(() => {});
    this.#opening.set(question.id, done);
    await done.finally(() => this.#opening.delete(question.id));
    const written = this.#board.known(question) ?? question;
    if (staff.state.open.has(written.id)) {
      await Promise.all(viewers.map(viewer => this.#count(written.id, viewer)));
    }
  }

  async #alone(id: string): Promise<Asking | undefined> {
    const { staff, store, room } = this.#options;
    if (staff.state.closed.has(id)) return undefined;
    const asking = this.#board.find(id);
    if (asking) return asking;
    const found = await store.commentOf(room, id);
    return found?.standing === 'shown' ? this.#askingOf(found.comment) : undefined;
  }

  async #count(id: string, viewer: string): Promise<number> {
    const { store, room } = this.#options;
    const count = await store.count(room, nameOf(id), viewer);
    this.#counts.set(id, Math.max(count, this.#counts.get(id) ?? 0));
    return count;
  }

  async #refresh(): Promise<void> {
    const { store, room, staff } = this.#options;
    const ids = [...staff.state.open.keys()];
    if (ids.length === 0) return;
    const counts = await store.counted(room, ids.map(nameOf));
    this.#counts = new Map(ids.map((id, i) => [id, counts[i]!]));
  }

  /** One after the other, and none in the way of who waits for an answer. What fails is ambience. */
  #do(work: () => Promise<unknown>): void {
    this.#work = this.#work.then(work).catch(() => {});
  }

  #counted(question: Question): Question {
    return { ...question, count: Math.max(1, this.#counts.get(question.id) ?? 1) };
  }

  #askingOf(comment: Comment): Asking | undefined {
    // What comes from a product's own page is asked about it, whatever its grammar.
    const asks = comment.productId !== undefined || isQuestion(comment.text);
    if (runsRoom(comment.from) || !asks) return undefined;
    return { question: this.#questionOf(comment), viewer: comment.from.id };
  }

  #questionOf({ id, text, productId }: Comment): Question {
    const { products } = this.#options.state();
    const number = productId === undefined ? namedNumber(text) : undefined;
    const product = productId ?? products.find(one => number !== undefined && one.number === number)?.id;
    return { id, text, count: 1, ...(product === undefined ? {} : { productId: product }) };
  }
}

const nameOf = (id: string) => `asked ${id}`;
