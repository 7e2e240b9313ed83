import { Part } from '../core/part.js';

/** Fetches a part of the kit, again and again with longer pauses while the network is away. */
export async function fetchPersistently(fetchPart: () => Promise<unknown>): Promise<void> {
  // Whoever listens to the network is told the stack a request came from, and a whole script is a dear frame to describe.
  await Promise.resolve();
  await new Part(fetchPart).come();
}
