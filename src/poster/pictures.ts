import { loadPicture, type Picture } from './load-picture.js';

/** The pictures of one poster, each fetched once from whenever somebody knows that it is wanted. */
export class Pictures {
  readonly #patienceMs: number | undefined;
  readonly #coming = new Map<string, Promise<Picture | undefined>>();

  /** `patienceMs`: how long each is waited for. */
  constructor(patienceMs?: number) {
    this.#patienceMs = patienceMs;
  }

  /** Resolves to the picture, undefined where it does not come or may not be read. Never rejects. */
  of(url: string): Promise<Picture | undefined> {
    const coming = this.#coming.get(url) ?? loadPicture(url, this.#patienceMs);
    this.#coming.set(url, coming);
    return coming;
  }
}
