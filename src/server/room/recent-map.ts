/**
 * A map of at most `most` entries that forgets those set longest ago, half of them at a time: when the newer half is
 * full it becomes the older. One by one, by the order of a Map, each costs a walk over all that were deleted before.
 */
export class RecentMap<V> {
  readonly #half: number;
  #newer = new Map<string, V>();
  #older = new Map<string, V>();

  constructor(most: number) {
    this.#half = Math.max(1, most >> 1);
  }

  /** Entries held in memory; one set in both halves counts twice. */
  get size(): number {
    return this.#newer.size + this.#older.size;
  }

  get(name: string): V | undefined {
    return this.#newer.get(name) ?? this.#older.get(name);
  }

  set(name: string, value: V): void {
    if (this.#newer.size >= this.#half && !this.#newer.has(name)) this.turn();
    this.#newer.set(name, value);
  }

  delete(name: string): void {
    this.#newer.delete(name);
    this.#older.delete(name);
  }

  /** Forgets what has not been set since the last turn. */
  turn(): void {
    this.#older = this.#newer;
    this.#newer = new Map();
  }
}
