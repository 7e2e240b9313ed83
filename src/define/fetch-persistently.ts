import { backOffMs } from '../core/back-off.js';

/** Fetches a part of the kit, again and again with longer pauses while the network is away. */
export async function fetchPersistently(fetchPart: () => Promise<unknown>): Promise<void> {
  // Whoever listens to the network is told the stack a request came from, and a whole script is a dear frame to describe.
  await Promise.resolve();
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fetchPart();
      return;
    } catch (error) {
      if (attempt === 0)
        console.warn('qunlive: a part of the kit did not arrive and is asked for again', error);
      await new Promise(resolve => setTimeout(resolve, backOffMs(attempt)));
    }
  }
}
