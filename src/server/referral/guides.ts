import type { Guide } from './config.js';

/** The shop's staff who pass rooms on, found by what others know them by. */
export class Guides {
  readonly all: readonly Guide[];
  readonly #ids: ReadonlyMap<string, Guide>;
  readonly #codes: ReadonlyMap<string, Guide>;
  readonly #subjects: ReadonlyMap<string, Guide>;

  constructor(guides: readonly Guide[]) {
    this.all = guides;
    this.#ids = new Map(guides.map(guide => [guide.id, guide]));
    this.#codes = new Map(guides.map(guide => [guide.code.toLowerCase(), guide]));
    this.#subjects = new Map(
      guides.flatMap(guide => (guide.subject === undefined ? [] : [[guide.subject, guide] as const])),
    );
  }

  withId(id: string): Guide | undefined {
    return this.#ids.get(id);
  }

  /** `code` as a link carries it, with or without the dash before it; capitals do not matter. */
  withCode(code: string): Guide | undefined {
    return this.#codes.get(code.replace(/^-/, '').toLowerCase());
  }

  /** Who this is by the merchant's token: the guide it names, or the one whose `subject` it is. */
  whoIs({ subject, guide }: { subject: string; guide?: string | undefined }): Guide | undefined {
    return guide === undefined ? this.#subjects.get(subject) : this.#ids.get(guide);
  }
}

/** The pseudonym under which a guide stands in the chain, in whichever room and on whichever device. */
export const sharerOfGuide = (id: string) => `guide:${id}`;
