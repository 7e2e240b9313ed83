import { deviceMemory } from '../core/device-memory.js';

const PREFIX = 'qunlive:resume:';

/**
 * Who an anonymous viewer was, so that they are the same one again and keep their coupons. In memory, and only once
 * they have acted (commented, claimed) on this device too.
 */
export class ResumeMemory {
  readonly #key: string;
  readonly #storage: (() => Storage | undefined) | undefined;
  #token: string | undefined;
  #acted = false;

  constructor(room: string, storage?: () => Storage | undefined) {
    this.#key = PREFIX + room;
    this.#storage = storage;
  }

  get token(): string | undefined {
    return (this.#token ??= this.#stored);
  }

  set token(token: string | undefined) {
    this.#token = token;
    this.#save();
  }

  /** The viewer has done something that is worth coming back to. */
  acted(): void {
    if (this.#acted) return;
    this.#acted = true;
    this.#save();
  }

  /**
   * Another window of this viewer has acted before this one did: this one is the same person from now on. False: nobody
   * has, or who this window is counts already.
   */
  yield(): boolean {
    if (this.#acted || this.#token === undefined) return false;
    const stored = this.#stored;
    if (stored === undefined || stored === this.#token) return false;
    this.#token = stored;
    return true;
  }

  /** The server does not know this token any more. */
  forget(): void {
    this.#token = undefined;
    deviceMemory(storage => storage.removeItem(this.#key), this.#storage);
  }

  get #stored(): string | undefined {
    return deviceMemory(storage => storage.getItem(this.#key) ?? undefined, this.#storage);
  }

  #save(): void {
    const token = this.#token;
    // What an earlier visit has stored is kept fresh without another act.
    if (token === undefined || !(this.#acted || this.#stored !== undefined)) return;
    deviceMemory(storage => storage.setItem(this.#key, token), this.#storage);
  }
}
