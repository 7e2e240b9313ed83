import type { Question } from '../../protocol/index.js';
import { ALIKE, likeness, marksOf, type Marks } from './question-marks.js';

/** Somebody's asking. */
export interface Asking {
  question: Question;
  viewer: string;
}

interface Known<T> {
  value: T;
  marks: Marks;
}

/** Questions asked once that are remembered. */
const SINGLES = 200;
/** Texts whose marks are remembered: in a flood the same few words come again and again. */
const TEXTS = 1000;

/** Which questions are the same. Holds a bounded number of them, and knows nothing of stores. */
export class QuestionBoard {
  readonly #singles = new Map<string, Known<Asking>>();
  readonly #rooms = new Map<string, Known<Question>>();

  /** Those asked once, newest last. */
  get singles(): Asking[] {
    return [...this.#singles.values()].map(({ value }) => value);
  }

  /** The questions the room knows: open and closed ones. */
  know(questions: Iterable<Question>): void {
    const left = new Set(this.#rooms.keys());
    for (const question of questions) {
      left.delete(question.id);
      this.#singles.delete(question.id);
      if (!this.#rooms.has(question.id)) this.#rooms.set(question.id, knownOf(question, question));
    }
    for (const id of left) this.#rooms.delete(id);
  }

  /** The question of the room that this one is; the likest, of equals the oldest. */
  known(question: Question): Question | undefined {
    return best(this.#rooms.values(), question, known => known)?.value;
  }

  /** Somebody who asked the same and is alone with it. The same viewer asking again is not another one. */
  single(question: Question, viewer: string): Asking | undefined {
    const found = best(this.#singles.values(), question, known => known.question)?.value;
    return found && found.viewer !== viewer ? found : undefined;
  }

  find(id: string): Asking | undefined {
    return this.#singles.get(id)?.value;
  }

  remember(asking: Asking): void {
    const same = best(this.#singles.values(), asking.question, known => known.question);
    if (same) return;
    this.#singles.set(asking.question.id, knownOf(asking, asking.question));
    if (this.#singles.size > SINGLES) this.#singles.delete(this.#singles.keys().next().value!);
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.#singles.delete(id);
  }

  clear(): void {
    this.#singles.clear();
    this.#rooms.clear();
  }
}

const marked = new Map<string, Marks>();

function marksFor({ text, productId }: Question): Marks {
  const ofProduct = productId !== undefined;
  const key = `${ofProduct ? 1 : 0}${text}`;
  const before = marked.get(key);
  if (before) return before;
  const marks = marksOf(text, ofProduct);
  marked.set(key, marks);
  if (marked.size > TEXTS) marked.delete(marked.keys().next().value!);
  return marks;
}

const knownOf = <T>(value: T, question: Question): Known<T> => ({ value, marks: marksFor(question) });

function best<T>(
  among: Iterable<Known<T>>,
  question: Question,
  questionOf: (value: T) => Question,
): Known<T> | undefined {
  const marks = marksFor(question);
  let found: Known<T> | undefined;
  let most = ALIKE;
  for (const known of among) {
    if (questionOf(known.value).productId !== question.productId) continue;
    const alike = likeness(marks, known.marks);
    if (alike > most || (!found && alike >= most)) {
      found = known;
      most = alike;
    }
  }
  return found;
}
