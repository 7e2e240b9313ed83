import assert from 'node:assert/strict';
import test from 'node:test';
import { wechatSettings } from './wechat-settings.js';

const wechat = { QUNLIVE_WECHAT_APPID: ' wx1 ', QUNLIVE_WECHAT_SECRET: 's' };
const wecom = { QUNLIVE_WECOM_CORPID: 'ww1', QUNLIVE_WECOM_AGENTID: '7', QUNLIVE_WECOM_SECRET: 't' };

test('the accounts are those of the environment, and the pages those of the origins', () => {
  const { wechatApi, wecomApi, ...settings } = wechatSettings({ ...wechat, ...wecom }, [
    'https://shop.example',
    '*',
    'https://dev.example:8443',
  ]);
  assert.deepEqual(settings, {
    wechat: { appId: 'wx1', secret: 's' },
    wecom: { corpId: 'ww1', agentId: '7', secret: 't' },
    hosts: ['shop.example', 'dev.example:8443'],
  });
  assert.deepEqual([wechatApi, wecomApi], [undefined, undefined]);
});

test('hosts and ways out may be named', () => {
  const named = { QUNLIVE_WECHAT_HOSTS: 'a.example, *.b.example', QUNLIVE_WECHAT_API: 'http://10.0.0.1:81' };
  const { hosts, wechatApi } = wechatSettings({ ...wechat, ...named }, ['https://shop.example']);
  assert.deepEqual([hosts, wechatApi], [['a.example', '*.b.example'], 'http://10.0.0.1:81']);
});

test('without an account there is nothing, and half of one is a mistake', () => {
  const none = wechatSettings({ QUNLIVE_WECHAT_APPID: ' ' }, []);
  assert.deepEqual([none.wechat, none.wecom], [undefined, undefined]);
  const fault = (environment: Record<string, string>) => () => wechatSettings(environment, []);
  assert.throws(fault({ QUNLIVE_WECHAT_APPID: 'wx1' }), /QUNLIVE_WECHAT_APPID needs QUNLIVE_WECHAT_SECRET/);
  assert.throws(fault({ ...wecom, QUNLIVE_WECOM_AGENTID: '' }), /QUNLIVE_WECOM_AGENTID/);
  assert.throws(fault({ QUNLIVE_WECHAT_API: 'api.weixin.qq.com' }), { code: 'bad-config' });
});
