/** So far back from its end a list is looked at: as many as a room's window holds, and some more. */
const TAIL = 300;
/** Known ones that are remembered before those no list holds any more are forgotten. */
const REMEMBERED = 4 * TAIL;

interface Line {
  readonly id: string;
  readonly key?: string | undefined;
}

/** Tells what is new at the end of a list, which may forget at its beginning. Costs as much as is new. */
export class NewLines<T extends Line> {
  #known = new Set<string>();

  /** The new ones, oldest first. */
  take(lines: readonly T[]): T[] {
    const from = Math.max(0, lines.length - TAIL);
    let first = lines.length;
    while (first > from && !this.#known.has(nameOf(lines[first - 1]!))) first -= 1;
    const fresh = lines.slice(first);
    if (this.#known.size > REMEMBERED) this.#known = new Set(lines.slice(from).map(nameOf));
    for (const line of fresh) this.#known.add(nameOf(line));
    return fresh;
  }
}

const nameOf = ({ key, id }: Line): string => key ?? id;
