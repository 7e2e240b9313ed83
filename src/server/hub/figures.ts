/** Figures by name, and which of them have changed since they were last told. */
export class Figures<T> {
  readonly #all: Map<string, T>;
  readonly #changed = new Set<string>();

  constructor(known: Record<string, T>) {
    this.#all = new Map(Object.entries(known));
  }

  get all(): Record<string, T> {
    return Object.fromEntries(this.#all);
  }

  set(name: string, figure: T): void {
    if (JSON.stringify(this.#all.get(name)) === JSON.stringify(figure)) return;
    this.#all.set(name, figure);
    this.#changed.add(name);
  }

  /** Those that are new since the last call; undefined: none. */
  take(): Record<string, T> | undefined {
    if (this.#changed.size === 0) return undefined;
    const changed = [...this.#changed].map(name => [name, this.#all.get(name)!]);
    this.#changed.clear();
    return Object.fromEntries(changed) as Record<string, T>;
  }
}
