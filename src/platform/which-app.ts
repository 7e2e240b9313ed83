import type { Environment } from './environment.js';
import { hostApp } from './host-app.js';

/** The app as far as sharing differs. */
export type ShareApp =
  | 'wecom'
  | 'wechat'
  | 'mini-program'
  | 'dingtalk'
  | 'feishu'
  | 'alipay'
  | 'qq'
  | 'weibo'
  | 'line'
  | 'kakaotalk'
  | 'browser';

/** In the order they are asked for: an app names those whose engine it uses as well. */
const NAMES: readonly (readonly [RegExp, ShareApp])[] = [
  [/DingTalk/i, 'dingtalk'],
  [/\b(Lark|Feishu)\b/i, 'feishu'],
  [/AlipayClient|AliApp\(AP/i, 'alipay'],
  [/\bQQ\//, 'qq'],
  [/Weibo/i, 'weibo'],
  [/\bLine\//, 'line'],
  [/KAKAOTALK/i, 'kakaotalk'],
];

/**
 * What the page may do as whose guest. A name in the user agent alone is no proof, since it can be anybody's: WeChat and
 * WeCom count once their bridge stands, a mini-program once WeChat says so; of the others nothing is used that is not there.
 */
export function whichApp(env: Environment): ShareApp {
  const { name, miniProgram } = hostApp(env);
  const sure = bridgeStands(env) || env.wxEnvironment !== undefined;
  if (name !== 'browser') return !sure ? 'browser' : miniProgram ? 'mini-program' : name;
  return NAMES.find(([pattern]) => pattern.test(env.userAgent))?.[1] ?? 'browser';
}

/** WeChat's bridge is there. It comes a moment after the page: `WeixinJSBridgeReady` on the document. */
export function bridgeStands({ globals }: Environment): boolean {
  const bridge = globals?.WeixinJSBridge as { invoke?: unknown } | undefined;
  return typeof bridge?.invoke === 'function';
}

/** What signing and menus depend on. An iPad calls itself a Mac, but has fingers. */
export type System = 'ios' | 'android' | 'harmony' | 'desk';
export function systemOf({ userAgent, touchPoints = 0 }: Environment): System {
  if (/HarmonyOS|OpenHarmony/i.test(userAgent)) return 'harmony';
  if (/Android/i.test(userAgent)) return 'android';
  if (/iPhone|iPad|iPod/i.test(userAgent) || (/Macintosh/i.test(userAgent) && touchPoints > 2)) return 'ios';
  return 'desk';
}
