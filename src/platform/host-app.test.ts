import { expect } from '@open-wc/testing';
import { hostApp } from './host-app.js';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const app = (userAgent: string, wxEnvironment?: unknown) =>
  hostApp({ userAgent: `${PHONE} ${userAgent}`, wxEnvironment, document });

describe('hostApp', () => {
  it('knows WeChat', () => {
    expect(app('Mobile/15E148 MicroMessenger/8.0.40(0x18002831) NetType/WIFI Language/zh_CN')).to.eql({
      name: 'wechat',
      miniProgram: false,
    });
  });

  it('knows WeCom before WeChat, although it carries both names', () => {
    expect(app('wxwork/3.1.9 MicroMessenger/7.0.1 Language/zh ColorScheme/Light')).to.eql({
      name: 'wecom',
      miniProgram: false,
    });
  });

  it('knows a mini-program by its user agent', () => {
    expect(app('MicroMessenger/8.0.40 NetType/WIFI miniProgram/wx1234').miniProgram).to.equal(true);
    expect(app('wxwork/4.1.0 MicroMessenger/7.0.1 miniProgram').miniProgram).to.equal(true);
  });

  it('knows a mini-program by its variable, where an iPhone leaves the word out', () => {
    expect(app('MicroMessenger/8.0.40', 'miniprogram')).to.eql({ name: 'wechat', miniProgram: true });
  });

  it('is not misled by a variable that says browser, nor by Alipay', () => {
    expect(app('MicroMessenger/8.0.40', 'browser').miniProgram).to.equal(false);
    expect(app('AliApp(AP/10.5.0) AlipayClient/10.5.0 MiniProgram')).to.eql({
      name: 'browser',
      miniProgram: false,
    });
  });

  it('takes everything else for a browser', () => {
    expect(app('Version/16.5 Mobile/15E148 Safari/604.1')).to.eql({ name: 'browser', miniProgram: false });
    expect(app('')).to.eql({ name: 'browser', miniProgram: false });
  });
});
