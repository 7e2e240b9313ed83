import { roomOfLog } from '../room-store.js';

/** The names of one room's keys: what is in braces puts all of them into one slot of a cluster. */
export class RoomKeys {
  readonly #base: string;

  constructor(prefix: string, room: string) {
    this.#base = `${prefix}{${room}}:`;
  }

  of(name: string): string {
    return this.#base + name;
  }

  all(...names: readonly string[]): string[] {
    return names.map(name => this.#base + name);
  }

  get channel(): string {
    return this.#base + 'hint';
  }
}

/** What tells the fields and keys of a staff's log from those of the room's own: nothing, or `!staff`. */
export const suffixOf = (log: string) => log.slice(roomOfLog(log).length);
