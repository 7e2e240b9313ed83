import { QunError } from '../../protocol/index.js';

/** What an app's server says no with, what it means here, and how long nobody asks again, ms. */
interface Meaning {
  words: string;
  waitMs: number;
}

const MINUTE = 60_000;
const settings = (words: string): Meaning => ({ words, waitMs: MINUTE });
const busy: Meaning = { words: 'it is busy', waitMs: 3000 };

/** `errcode` → meaning. The numbers of both apps; where both use one, they mean the same by it. */
const meanings: Readonly<Record<string, Meaning>> = {
  '-1': busy,
  '40001': settings('the secret is not of this account, or the token was replaced elsewhere'),
  '40013': settings('there is no account with this id'),
  '40014': busy,
  '40056': settings('the agent id is not of this company'),
  '40091': settings('the secret is not of this company'),
  '40125': settings('the secret is wrong: look whether it was reset'),
  '40164': settings("this server's address is not on the account's IP list"),
  '40243': settings('the secret is frozen in the account'),
  '41002': settings('the id is missing'),
  '41004': settings('the secret is missing'),
  '42001': busy,
  '42002': busy,
  '45009': { words: "the account's calls of today are used up", waitMs: 10 * MINUTE },
  '45011': { words: 'it was asked too fast', waitMs: MINUTE },
  '48001': settings('the account lacks the right to it: is it verified?'),
  '50002': settings('the account is restricted'),
  '60020': settings("this server's address is not on the app's list of trusted IPs"),
  '89503': settings('the account holder has to confirm this server first'),
};

/** Those the manual explains as well. */
export const knownErrcodes: readonly string[] = Object.keys(meanings);

/** The token that was sent is not, or no longer, good: another one may be. */
const staleToken = new Set([40001, 40014, 42001, 41001]);

/** An app's server did not give what it was asked for. */
export class UpstreamFault extends Error {
  readonly errcode: number | undefined;
  /** Nobody asks again before that, ms. */
  readonly waitMs: number;

  /** `errcode` undefined: it was not reached, or it did not answer as it should. */
  constructor(words: string, errcode?: number, cause?: unknown) {
    const meaning = errcode === undefined ? undefined : meanings[errcode];
    const number = errcode === undefined ? '' : ` (errcode ${errcode})`;
    super(`${words}${number}${meaning ? `: ${meaning.words}` : ''}`, { cause });
    this.name = 'UpstreamFault';
    this.errcode = errcode;
    this.waitMs = meaning?.waitMs ?? (errcode === undefined ? 3000 : MINUTE);
  }

  /** As another one who asked was told it. `waitMs`: what is left of the wait. */
  static heard(message: string, errcode: number | undefined, waitMs: number): UpstreamFault {
    return Object.assign(new UpstreamFault('', errcode), { message, waitMs });
  }

  get isStaleToken(): boolean {
    return this.errcode !== undefined && staleToken.has(this.errcode);
  }

  /** As pages are told: what their author has to know, and none of the words that came with it. */
  get refusal(): QunError {
    return new QunError('overloaded', { detail: this.message, retryAfterMs: this.waitMs, cause: this });
  }
}
