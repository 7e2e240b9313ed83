import { expect } from '@open-wc/testing';
import type { Environment } from './environment.js';
import { systemOf, whichApp } from './which-app.js';

const bridge = { WeixinJSBridge: { invoke() {} } };
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15';
const env = (userAgent: string, more: Partial<Environment> = {}): Environment => ({
  userAgent: `${phone} ${userAgent}`,
  document,
  ...more,
});

describe('the app around the page', () => {
  it('is WeCom before WeChat, and a mini-program of either', () => {
    const wecom = 'wxwork/4.1 MicroMessenger/7.0.1';
    expect(whichApp(env(wecom, { globals: bridge }))).to.equal('wecom');
    expect(whichApp(env('MicroMessenger/8.0', { globals: bridge }))).to.equal('wechat');
    expect(whichApp(env('MicroMessenger/8.0 miniProgram/wx1', { globals: bridge }))).to.equal('mini-program');
    expect(whichApp(env('MicroMessenger/8.0', { wxEnvironment: 'miniprogram' }))).to.equal('mini-program');
    expect(whichApp(env('MicroMessenger/8.0', { globals: bridge, wxEnvironment: 'browser' }))).to.equal(
      'wechat',
    );
  });

  it('is not WeChat for its name alone', () => {
    expect(whichApp(env('MicroMessenger/8.0'))).to.equal('browser');
    expect(whichApp(env('wxwork/4.1 MicroMessenger/7.0.1', { globals: { WeixinJSBridge: {} } }))).to.equal(
      'browser',
    );
  });

  it('is known by its name where nothing but a different sheet hangs on it', () => {
    const known: [string, string][] = [
      ['AliApp(DingTalk/7.0.50) com.laiwang.DingTalk', 'dingtalk'],
      ['Lark/7.1 LarkLocale/zh_CN', 'feishu'],
      ['Feishu/7.1', 'feishu'],
      ['AliApp(AP/10.5.0) AlipayClient/10.5.0 MiniProgram', 'alipay'],
      ['QQ/8.9.50.611 V1_IPH_SQ_8.9.50 Pixel/1080', 'qq'],
      ['Weibo (iPhone14,2__weibo__13.8.0__iphone__os16.5)', 'weibo'],
      ['Safari Line/13.10.0', 'line'],
      ['KAKAOTALK 10.2.0', 'kakaotalk'],
      ['MQQBrowser/14.5 Mobile/15E148 Safari/604.1 QBWebViewUA/2', 'browser'],
      ['Version/16.5 Mobile/15E148 Safari/604.1', 'browser'],
    ];
    for (const [userAgent, app] of known) expect(whichApp(env(userAgent)), userAgent).to.equal(app);
  });
});

describe('the system', () => {
  it('is told by its name, and an iPad by its fingers', () => {
    const of = (userAgent: string, touchPoints = 0) => systemOf({ userAgent, touchPoints, document });
    expect(of(phone)).to.equal('ios');
    expect(of('Mozilla/5.0 (Linux; Android 13)')).to.equal('android');
    expect(of('Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1')).to.equal('harmony');
    expect(of('Mozilla/5.0 (Linux; Android 10; HarmonyOS; NOH-AN00)')).to.equal('harmony');
    expect(of('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).to.equal('desk');
    expect(of('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5)).to.equal('ios');
    expect(of('Mozilla/5.0 (Windows NT 10.0)')).to.equal('desk');
  });
});
