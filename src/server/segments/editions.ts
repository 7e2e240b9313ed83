import type { ControlEvent } from '../../protocol/index.js';

interface Edition {
  /** The span of time whose words made it. */
  span: number;
  /** Comment → taken down (true), or shown again. */
  changes: Map<string, boolean>;
}

/**
 * What was taken down after its segment had gone out. Files that caches keep for a year cannot be changed, so at the end
 * of every span in which something was taken down or put back a new edition begins, under new addresses. A pure function
 * of the log: every process counts the same.
 */
export class Editions {
  readonly #spanMs: number;
  readonly #editions: Edition[] = [];

  /** `spanMs`: an edition lasts that long at least. */
  constructor(spanMs: number) {
    this.#spanMs = spanMs;
  }

  /** To be told of every event, in order. */
  take(event: ControlEvent): void {
    if (event.type === 'comment.redact') this.#change(event.at, event.data.ids, true);
    if (event.type === 'comment.restore') {
      const ids = event.data.comments.map(({ id }) => id);
      this.#change(event.at, ids, false);
    }
  }

  /** The edition of what begins at `time`. */
  at(time: number): number {
    const now = Math.floor(time / this.#spanMs);
    return this.#editions.filter(({ span }) => span < now).length;
  }

  /** Comments that are not part of this edition. */
  redacted(edition: number): Set<string> {
    const ids = new Set<string>();
    for (const { changes } of this.#editions.slice(0, edition)) {
      for (const [id, gone] of changes) {
        if (gone) ids.add(id);
        else ids.delete(id);
      }
    }
    return ids;
  }

  #change(at: number, ids: readonly string[], gone: boolean): void {
    const span = Math.floor(at / this.#spanMs);
    let last = this.#editions[this.#editions.length - 1];
    if (last?.span !== span) this.#editions.push((last = { span, changes: new Map() }));
    for (const id of ids) last.changes.set(id, gone);
  }
}
