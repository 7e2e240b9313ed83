import { turn } from '../core/turns.js';
import { define } from './define.js';

/** Long past any frame, ms. */
const FRAME_MS = 100;

/** The page draws what it has, or, where it draws nothing, as in the background, a moment has gone by. */
function frame(): Promise<unknown> {
  return new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_MS);
  });
}

/**
 * Registers elements one after another once the script that brings them has come to its end and the page has drawn: each may have many of its
 * kind on the page to upgrade, and the page comes to its own between them.
 */
export async function defineInTurns(elements: Record<string, CustomElementConstructor>): Promise<void> {
  await frame();
  for (const [tag, element] of Object.entries(elements)) {
    await turn();
    define(tag, element);
  }
}
