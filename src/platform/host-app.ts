import type { Environment } from './environment.js';

export type AppName = 'wechat' | 'wecom' | 'browser';

/** The app whose web-view shows the page. */
export interface HostApp {
  name: AppName;
  /** The page stands in a mini-program's web-view, where only the mini-program's own page can be passed on. */
  miniProgram: boolean;
}

/**
 * Which app shows the page. WeCom calls itself WeChat as well, so it is asked for first. Alipay's mini-programs say
 * "MiniProgram" too, so the word counts only beside WeChat's name; WeChat's own variable counts alone, and only when
 * it is exactly `miniprogram`, since iPhones say `browser` there elsewhere.
 */
export function hostApp({ userAgent, wxEnvironment }: Environment): HostApp {
  const weChat = /MicroMessenger/i.test(userAgent);
  const miniProgram = wxEnvironment === 'miniprogram' || (weChat && /miniProgram/i.test(userAgent));
  if (/wxwork/i.test(userAgent)) return { name: 'wecom', miniProgram };
  return { name: weChat || miniProgram ? 'wechat' : 'browser', miniProgram };
}
