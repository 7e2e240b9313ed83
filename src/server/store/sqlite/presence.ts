/** Silent for longer than this, a process is gone, and its readers with it, ms. */
const GONE = 10_000;

/** Readers of each room, as those who hold this store open tell it. Nothing of it outlives the process. */
export class Presence {
  readonly #rooms = new Map<string, Map<string, { online: number; at: number }>>();

  /** Takes what `process` says and answers with the sum of all. */
  tell(room: string, process: string, online: number): number {
    const at = performance.now();
    const here = this.#rooms.get(room) ?? new Map<string, { online: number; at: number }>();
    this.#rooms.set(room, here.set(process, { online, at }));
    let sum = 0;
    for (const [name, told] of here) {
      if (at - told.at > GONE) here.delete(name);
      else sum += told.online;
    }
    return sum;
  }
}
