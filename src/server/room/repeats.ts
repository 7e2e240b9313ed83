import { QunError } from '../../protocol/index.js';
import type { Answered, Receipt } from '../store/room-store.js';
import { RecentMap } from './recent-map.js';

/** Answers remembered in memory. The ones that did something are in the store as well. */
const REMEMBERED = 20_000;

interface Given {
  fingerprint: string;
  answer: Promise<Answered<unknown>>;
}

/** The same command sent again is answered the same: while the first is under way, and for long after. */
export class Repeats {
  readonly #given = new RecentMap<Given>(REMEMBERED);

  run(receipt: Receipt, work: () => Promise<Answered<unknown>>): Promise<Answered<unknown>> {
    const name = `${receipt.room}/${receipt.viewer} ${receipt.key}`;
    const before = this.#given.get(name);
    if (before && before.fingerprint !== receipt.fingerprint) {
      return Promise.reject(
        new QunError('key-reused', { detail: 'this Idempotency-Key was used for another command' }),
      );
    }
    if (before) return before.answer.then(given => ({ ...given, replayed: true }));
    const answer = work();
    const given = { fingerprint: receipt.fingerprint, answer };
    this.#given.set(name, given);
    // A refusal is not kept: what was wrong may be right the next time.
    answer.catch(() => this.#given.get(name) === given && this.#given.delete(name));
    return answer;
  }
}
