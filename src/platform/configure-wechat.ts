import { callWeChat, type WeChatAnswer, type WeChatSdk } from './wechat-sdk.js';
import type { SignUrl } from './wechat-signature.js';
import { within } from './within.js';

/** Old names are asked for as well: some Android clients use the new ones only with them. An empty list is an error. */
export const CARD_APIS = [
  'updateAppMessageShareData',
  'updateTimelineShareData',
  'onMenuShareAppMessage',
  'onMenuShareTimeline',
] as const;

/** `late`: neither yes nor no; old clients never say no, and other apps nothing at all. */
type Verdict = 'ok' | 'late' | 'signature' | 'refused';

const VERDICT_MS = 3000;

/** Scripts that have answered once call `ready` back at once, whatever becomes of a second signature. */
const answered = new WeakSet<WeChatSdk>();

export interface ConfigureOptions {
  sign: SignUrl;
  /** Addresses to sign, the likelier first. The next one is tried where a signature is found invalid. */
  addresses: readonly string[];
}

/**
 * Signs this page in with WeChat. The script belongs to the page, so this is for pages that do not do it themselves.
 * Resolves to undefined when it may be used, else to the reason. Never rejects.
 */
export async function configureWeChat(wx: WeChatSdk, options: ConfigureOptions): Promise<string | undefined> {
  let reason = 'no signature';
  for (const url of options.addresses) {
    const signature = await options.sign(url, 'wechat');
    if (!signature?.appId) continue;
    const { appId, timestamp, nonceStr, signature: signed } = signature;
    const config = { appId, timestamp, nonceStr, signature: signed, jsApiList: CARD_APIS };
    const { verdict, said } = await attempt(wx, config);
    if (verdict === 'ok') return undefined;
    // Whoever says nothing may have agreed: what can be called tells.
    if (verdict === 'late' && (await callWeChat(wx, 'checkJsApi', { jsApiList: [...CARD_APIS] })).ok)
      return undefined;
    reason = said;
    if (verdict !== 'signature') break;
  }
  return reason;
}

function attempt(
  wx: WeChatSdk,
  config: Parameters<NonNullable<WeChatSdk['config']>>[0],
): Promise<{ verdict: Verdict; said: string }> {
  const again = answered.has(wx);
  const late = { verdict: 'late' as Verdict, said: 'no answer' };
  const ask = () =>
    new Promise<typeof late>(resolve => {
      // Before `ready`, which is called also when it failed.
      wx.error?.(({ errMsg = '' }: WeChatAnswer) => {
        answered.add(wx);
        resolve({ verdict: /invalid signature/i.test(errMsg) ? 'signature' : 'refused', said: errMsg });
      });
      wx.config?.(config);
      if (again) return;
      wx.ready?.(() => {
        answered.add(wx);
        resolve({ verdict: 'ok', said: '' });
      });
    });
  return within(VERDICT_MS, ask, late, error => ({ verdict: 'refused', said: String(error) }));
}
