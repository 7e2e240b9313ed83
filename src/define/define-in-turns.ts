import { turn } from '../core/turns.js';
import { define } from './define.js';

/**
 * Registers elements one after another once the script that brings them has come to its end: each may have many of its
 * kind on the page to upgrade, and the page comes to its own between them.
 */
export async function defineInTurns(elements: Record<string, CustomElementConstructor>): Promise<void> {
  await Promise.resolve();
  for (const [tag, element] of Object.entries(elements)) {
    await turn();
    define(tag, element);
  }
}
