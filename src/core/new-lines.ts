/** As many as a room's window holds, and some more: what is further back has been looked at before. */
const TAIL = 300;

interface Line {
  readonly id: string;
  readonly key?: string | undefined;
}

/** Tells what is new in a list that grows at its end, and may forget at its beginning. */
export class NewLines<T extends Line> {
  #known: ReadonlySet<string> = new Set();

  /** The new ones, oldest first. */
  take(lines: readonly T[]): T[] {
    const tail = lines.slice(-TAIL);
    const fresh = tail.filter(line => !this.#known.has(line.key ?? line.id));
    this.#known = new Set(tail.map(line => line.key ?? line.id));
    return fresh;
  }
}
