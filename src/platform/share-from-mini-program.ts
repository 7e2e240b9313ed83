import { openMiniProgram } from './open-mini-program.js';
import type { Shareable, WayOutcome } from './share-way.js';
import type { WeChatSdk } from './wechat-sdk.js';

/** Of the mini-program's own page that has a real share button; see docs/mini-program. */
export function sharePage(page: string, what: Shareable): string {
  const query = Object.entries({ ...what }).filter(([, value]) => value);
  const pairs = query.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${page}${page.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

/**
 * Tells the mini-program what its menu is to pass on: it hears of it when it is shared, and takes the last word. Nothing
 * answers, and nothing happens where the script is not there.
 */
export function tellMiniProgram(wx: WeChatSdk | undefined, what: Shareable): void {
  try {
    wx?.miniProgram?.postMessage?.({ data: { type: 'qunlive:share', payload: { ...what } } });
  } catch {
    // A bridge that is not up: the menu passes on what the mini-program has.
  }
}

/** Opens the mini-program's page that passes `what` on: the one place from which its chats can be opened by a button. */
export async function shareFromMiniProgram(
  wx: WeChatSdk | undefined,
  page: string,
  what: Shareable,
): Promise<WayOutcome> {
  const opens = await openMiniProgram(sharePage(page, what), wx?.miniProgram as never);
  return opens ? 'opened' : 'refused';
}
