const PREFIX = 'qunlive:resume:';

/**
 * Who an anonymous viewer was, so that they are the same one again and keep their coupons. In memory, and only once
 * they have acted (commented, claimed) in this browser's storage too. The one place of the kit that stores anything;
 * docs/decisions/0001-what-is-stored.md says why. Storage may be missing, full or forbidden: then it is memory alone.
 */
export class ResumeMemory {
  readonly #key: string;
  readonly #storage: () => Storage | undefined;
  #token: string | undefined;
  #acted = false;

  constructor(room: string, storage: () => Storage | undefined = () => globalThis.localStorage) {
    this.#key = PREFIX + room;
    this.#storage = storage;
  }

  get token(): string | undefined {
    return (this.#token ??= this.#try(storage => storage.getItem(this.#key) ?? undefined));
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

  /** The server does not know this token any more. */
  forget(): void {
    this.#token = undefined;
    this.#try(storage => storage.removeItem(this.#key));
  }

  #save(): void {
    const token = this.#token;
    if (token === undefined) return;
    this.#try(storage => {
      // What an earlier visit has stored is kept fresh without another act.
      if (this.#acted || storage.getItem(this.#key) !== null) storage.setItem(this.#key, token);
    });
  }

  #try<T>(use: (storage: Storage) => T): T | undefined {
    try {
      const storage = this.#storage();
      return storage ? use(storage) : undefined;
    } catch {
      return undefined; // forbidden by the browser, the viewer or the page: nothing is remembered
    }
  }
}
