/**
 * The one place of the kit that touches web storage; docs/decisions/0001-what-is-stored.md says what may go there, and
 * when. It may be missing, full or forbidden by the browser, the viewer or the page: then nothing is remembered.
 */
export class DeviceMemory {
  readonly #key: string;
  readonly #storage: () => Storage | undefined;

  constructor(key: string, storage: () => Storage | undefined = () => globalThis.localStorage) {
    this.#key = `qunlive:${key}`;
    this.#storage = storage;
  }

  read(): string | undefined {
    return this.#try(storage => storage.getItem(this.#key) ?? undefined);
  }

  write(text: string): void {
    this.#try(storage => storage.setItem(this.#key, text));
  }

  remove(): void {
    this.#try(storage => storage.removeItem(this.#key));
  }

  #try<T>(use: (storage: Storage) => T): T | undefined {
    try {
      const storage = this.#storage();
      return storage ? use(storage) : undefined;
    } catch {
      return undefined;
    }
  }
}
