import { spentMark, type Thing } from '../spent-mark.js';

/** The marks by which those are known who have had something and were erased. */
export class RedisSpent {
  /** Known from when the store is open. */
  secret: Buffer | undefined;

  mark(room: string, thing: Thing, viewer: string): string {
    return spentMark(this.secret!, room, thing, viewer);
  }
}
