/** The last control frames of a room, so that a storm of reconnects is served without asking the store. */
export class Tail {
  readonly #length: number;
  readonly #frames: { seq: number; frame: Buffer }[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  push(seq: number, frame: Buffer): void {
    this.#frames.push({ seq, frame });
    if (this.#frames.length > 2 * this.#length) this.#frames.splice(0, this.#frames.length - this.#length);
  }

  /** All frames after `since`, up to `head`; undefined where the tail does not reach back that far. */
  after(since: number, head: number): Buffer[] | undefined {
    if (since === head) return [];
    const first = this.#frames[0];
    if (!first || first.seq > since + 1) return undefined;
    return this.#frames.slice(since + 1 - first.seq).map(({ frame }) => frame);
  }
}
