import type { Shareable } from './share-way.js';
import { callWeChat, type WeChatSdk } from './wechat-sdk.js';

/** The new function for chats, and for Moments, each with the old one that a client without it has. */
const NAMES = [
  ['updateAppMessageShareData', 'onMenuShareAppMessage'],
  ['updateTimelineShareData', 'onMenuShareTimeline'],
] as const;

/**
 * Sets what WeChat's own menu passes on. To be done beforehand: the menu takes what is set when it is opened. Resolves to
 * whether WeChat took it, which says nothing of anybody having passed it on. Never rejects.
 */
export async function setWeChatCard(wx: WeChatSdk, what: Shareable): Promise<boolean> {
  const { title, text, url, picture } = what;
  const data = { title, desc: text, link: url, imgUrl: picture ?? '' };
  const { answer } = await callWeChat(wx, 'checkJsApi', { jsApiList: NAMES.map(([name]) => name) });
  const taken = NAMES.map(async ([name, old]) => {
    const known = answer.checkResult?.[name] !== false;
    if (known && (await callWeChat(wx, name, data)).ok) return true;
    return setOld(wx, old, data);
  });
  return (await Promise.all(taken)).includes(true);
}

/** These call back when somebody passes it on, if at all, so nothing waits for them. */
function setOld(wx: WeChatSdk, name: string, data: object): boolean {
  const call = (wx as Record<string, unknown>)[name];
  if (typeof call !== 'function') return false;
  try {
    (call as (data: object) => void).call(wx, data);
    return true;
  } catch {
    return false; // a bridge that is not up
  }
}
