import type { ReadableAtom } from 'nanostores';
import type { Connection } from './room.js';

/** Waits. False: the room was left meanwhile, at once. */
export function pause(ms: number, $connection: ReadableAtom<Connection>): Promise<boolean> {
  return new Promise(resolve => {
    const end = (stays: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(stays);
    };
    const timer = setTimeout(() => end(true), ms);
    const stop = $connection.listen(({ status }) => {
      if (status === 'idle') end(false);
    });
  });
}
