import { expect } from '@open-wc/testing';
import type { FakeBridge } from '../../test/fixtures/fake-wechat.js';
import { ANDROID_WECHAT, IPHONE_WECHAT, REAL_SCRIPT, weChatPage } from '../../test/fixtures/fake-wechat.js';
import { configureWeChat } from './configure-wechat.js';
import { loadWeChatSdk } from './load-wechat-sdk.js';
import { addressesToSign, entryUrl } from './page-address.js';
import { setWeChatCard } from './wechat-card.js';
import { callWeChat, type WeChatSdk } from './wechat-sdk.js';
import type { SignUrl } from './wechat-signature.js';

const sign: SignUrl = async url => ({ appId: 'wx1', timestamp: 1, nonceStr: 'n', signature: `of ${url}` });
const card = {
  title: 'Live now: Spring',
  text: 'Come in',
  url: 'https://shop.example/live?qs=abcdefghijkl.d',
  picture: 'https://shop.example/a.jpg',
};
const signedFor = (bridge: FakeBridge) =>
  bridge.of('preVerifyJSAPI').map(data => String(data['verifySignature']));

describe('WeChat by its real script', () => {
  const pages: { remove(): void }[] = [];
  const open = async (userAgent = IPHONE_WECHAT) => {
    const page = await weChatPage(userAgent);
    pages.push(page);
    const wx = (await loadWeChatSdk(page.env, REAL_SCRIPT))!;
    return { ...page, wx };
  };
  afterEach(() => pages.splice(0).forEach(page => page.remove()));

  it('is loaded once, whoever asks, and leaves no tag', async () => {
    const page = await weChatPage();
    pages.push(page);
    const both = await Promise.all([
      loadWeChatSdk(page.env, REAL_SCRIPT),
      loadWeChatSdk(page.env, REAL_SCRIPT),
    ]);
    expect(both[0]).to.equal(both[1]);
    expect(typeof both[0]!.config).to.equal('function');
    expect(page.env.document.querySelector('script')).to.equal(null);
  });

  it('does not come from an address that has none, and is asked for anew', async () => {
    const page = await weChatPage();
    pages.push(page);
    expect(await loadWeChatSdk(page.env, '/no/such/script.js')).to.equal(undefined);
    expect(await loadWeChatSdk(page.env, REAL_SCRIPT)).to.not.equal(undefined);
  });

  it('takes what the server has signed, and asks for the old names as well', async () => {
    const { bridge, wx } = await open();
    expect(await configureWeChat(wx, { sign, addresses: ['https://shop.example/'] })).to.equal(undefined);
    const [asked] = bridge.of('preVerifyJSAPI');
    expect(asked!['verifyAppId']).to.equal('wx1');
    expect(asked!['verifyJsApiList']).to.include.members([
      'updateAppMessageShareData',
      'menu:share:appmessage',
    ]);
  });

  it('signs the other address when the first is found invalid, and no third', async () => {
    const { bridge, wx } = await open();
    bridge.answers['preVerifyJSAPI'] = data =>
      data['verifySignature'] === 'of b'
        ? { err_msg: 'preVerifyJSAPI:ok' }
        : { err_msg: 'preVerifyJSAPI:fail_invalid signature' };
    // A script that has answered once says nothing of a second yes: what can be called tells.
    expect(await configureWeChat(wx, { sign, addresses: ['a', 'b', 'c'] })).to.equal(undefined);
    expect(signedFor(bridge)).to.eql(['of a', 'of b']);
  });

  it('says why it was refused, and tries no other address for another reason', async () => {
    const { bridge, wx } = await open();
    bridge.answers['preVerifyJSAPI'] = () => ({ err_msg: 'preVerifyJSAPI:fail_invalid url domain' });
    const reason = await configureWeChat(wx, { sign, addresses: ['a', 'b'] });
    expect(reason).to.equal('config:invalid url domain');
    expect(signedFor(bridge)).to.eql(['of a']);
  });

  it('is refused where nobody signs, without asking it', async () => {
    const { bridge, wx } = await open();
    expect(await configureWeChat(wx, { sign: async () => undefined, addresses: ['a'] })).to.equal(
      'no signature',
    );
    expect(bridge.asked).to.eql([]);
  });

  it('sets what its menu passes on, in chats and in Moments', async () => {
    const { bridge, wx } = await open();
    expect(await setWeChatCard(wx, card)).to.equal(true);
    const [chats] = bridge.of('updateAppMessageShareData');
    expect(chats).to.include({ title: card.title, desc: card.text, link: card.url, imgUrl: card.picture });
    expect(bridge.of('updateTimelineShareData')[0]).to.include({ title: card.title, link: card.url });
    expect(bridge.listened).to.eql([], 'the old ones are left alone');
  });

  it('sets it by the old names in a client that lacks the new', async () => {
    const { bridge, wx } = await open(ANDROID_WECHAT);
    bridge.answers['checkJsApi'] = () => ({
      err_msg: 'checkJsApi:ok',
      checkResult: '{"updateAppMessageShareData":false,"updateTimelineShareData":false}',
    });
    expect(await setWeChatCard(wx, card)).to.equal(true);
    expect(bridge.of('updateAppMessageShareData')).to.eql([]);
    expect(bridge.listened).to.eql(['menu:share:appmessage', 'menu:share:timeline']);
  });
});

describe('WeChat when it says nothing', () => {
  it('keeps nobody waiting', async () => {
    const silent: WeChatSdk & Record<string, unknown> = {
      config() {},
      ready() {},
      error() {},
      checkJsApi() {},
      updateAppMessageShareData() {},
    };
    const [asked, card_] = await Promise.all([
      configureWeChat(silent, { sign, addresses: ['a'] }),
      setWeChatCard(silent, card),
    ]);
    expect(asked).to.equal('no answer');
    expect(card_).to.equal(false);
  });

  it('has none of the functions, or broken ones', async () => {
    expect(await callWeChat({}, 'checkJsApi')).to.eql({ ok: false, answer: {} });
    expect(await setWeChatCard({}, card)).to.equal(false);
    const broken = {
      checkJsApi() {
        throw new Error('no bridge');
      },
      onMenuShareAppMessage() {
        throw new Error('no bridge');
      },
    };
    expect(await setWeChatCard(broken as WeChatSdk, card)).to.equal(false);
  });
});

describe('the address to sign', () => {
  const entry = 'https://shop.example/first';

  it('is the one that was opened first on an iPhone, the one that is shown elsewhere', () => {
    const here = location.href.split('#')[0]!;
    expect(addressesToSign('ios', entry)).to.eql([entry, here]);
    expect(addressesToSign('android', entry)).to.eql([here, entry]);
    expect(addressesToSign('harmony', entry)).to.eql([here, entry]);
    expect(addressesToSign('desk', entry)).to.eql([here]);
    expect(addressesToSign('ios', here)).to.eql([here]);
  });

  it('is known even after the page has changed it', () => {
    const opened = location.href;
    history.replaceState(null, '', '?elsewhere=1#part');
    try {
      expect(entryUrl()).to.equal(opened.split('#')[0]);
      expect(entryUrl('/given#x')).to.equal(`${location.origin}/given`);
    } finally {
      history.replaceState(null, '', opened);
    }
  });
});
