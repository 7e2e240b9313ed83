import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { FakeBridge, WECOM_PHONE } from '../../test/fixtures/fake-wechat.js';
import type { SignUrl } from './wechat-signature.js';
import { registerWithWeCom, sharingByPagesWeCom, sharingWithWeCom, type WeComSharing } from './wecom.js';

const url = location.href.split('#')[0]!;
const what = {
  title: 'Live now: Spring',
  text: 'Come in',
  url: 'https://shop.example/live?qs=abcdefghijkl.k',
  picture: 'https://shop.example/a.jpg',
};

// The package looks at the browser when it is read, so all of this is one page's life in WeCom.
describe('WeCom by its real package', () => {
  const bridge = new FakeBridge();
  const signed: string[] = [];
  const sign: SignUrl = async (address, of) => {
    signed.push(`${of} ${address}`);
    return { corpId: 'ww1', agentId: '1000002', timestamp: 1, nonceStr: 'n', signature: of };
  };
  let sharing: WeComSharing;

  before(async () => {
    Object.defineProperty(navigator, 'userAgent', { get: () => WECOM_PHONE, configurable: true });
    Object.assign(window, { WeixinJSBridge: bridge });
    expect(await registerWithWeCom(url, async () => undefined)).to.equal(undefined);
    sharing = (await registerWithWeCom(url, sign))!;
  });
  after(() => {
    delete (navigator as { userAgent?: string }).userAgent;
    delete (window as { WeixinJSBridge?: unknown }).WeixinJSBridge;
  });

  it('is registered once, whoever asks, and asked for anew after a refusal', async () => {
    const { fetch } = window;
    const asked: string[] = [];
    let status = 503;
    window.fetch = async input => {
      asked.push(String(input as string));
      const body = { corpId: 'ww1', timestamp: 1, nonceStr: 'n', signature: 's' };
      return Response.json(body, { status });
    };
    const endpoint = 'https://live.shop.example/v1/wechat/signature';
    expect(await sharingWithWeCom(url, endpoint)).to.equal(undefined);
    status = 200;
    const both = await Promise.all([sharingWithWeCom(url, endpoint), sharingWithWeCom(url, endpoint)]);
    window.fetch = fetch;
    expect(both[0] === both[1] && both[0] !== undefined).to.equal(true);
    expect(asked).to.have.length(2);
    // As the other checks have it.
    sharing = (await registerWithWeCom(url, sign))!;
  });

  it('opens the picker of customer groups, signed as the app of the company', async () => {
    expect(await sharing.open(what)).to.equal('opened');
    expect(bridge.of('shareToExternalChat')[0]).to.include({
      title: what.title,
      desc: what.text,
      link: what.url,
      imgUrl: what.picture,
    });
    expect(signed).to.include(`wecom-agent ${url}`);
    expect(bridge.of('agentConfig')[0]).to.include({ corpid: 'ww1', signature: 'wecom-agent' });
  });

  it('opens any chat for staff who may not write to customers', async () => {
    bridge.answers['shareToExternalChat'] = () => ({ err_msg: 'shareToExternalChat:fail_no permission' });
    expect(await sharing.open(what)).to.equal('opened');
    expect(bridge.of('shareAppMessage')[0]).to.include({ link: what.url });
  });

  it('is refused where neither is there, and dismissed where they close it', async () => {
    bridge.answers['shareAppMessage'] = () => ({ err_msg: 'shareAppMessage:fail_function not exist' });
    expect(await sharing.open(what)).to.equal('refused');
    bridge.answers['shareToExternalChat'] = () => ({ err_msg: 'shareToExternalChat:cancel' });
    expect(await sharing.open(what)).to.equal('dismissed');
  });

  it('takes a picker that says nothing for an open one', async () => {
    bridge.answers['shareToExternalChat'] = () => undefined;
    expect(await sharing.open(what)).to.equal('opened');
  });

  it('passes on by the app’s own menu what was set last', async () => {
    sharing.card({ ...what, title: 'Starts soon: Spring' });
    sharing.card(what);
    await waitUntil(() => bridge.listened.length === 3);
    expect(bridge.listened).to.eql(['menu:share:appmessage', 'menu:share:wechat', 'menu:share:timeline']);
    // Whoever changes their mind leaves nothing to the page.
    bridge.answers['sendAppMessage'] = () => ({ err_msg: 'sendAppMessage:cancel' });
    const uncaught: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => void uncaught.push(event.reason);
    addEventListener('unhandledrejection', hear);
    bridge.choose('menu:share:appmessage');
    bridge.choose('menu:share:timeline');
    await waitUntil(() => bridge.of('shareTimeline').length > 0);
    await aTimeout(0);
    removeEventListener('unhandledrejection', hear);
    expect(bridge.of('sendAppMessage')[0]).to.include({ title: what.title, link: what.url });
    expect(uncaught).to.eql([]);
  });
});

describe('WeCom by what the page has registered', () => {
  it('is used where it has a way of ours', async () => {
    const asked: unknown[] = [];
    const sharing = sharingByPagesWeCom({ shareAppMessage: async (card: unknown) => void asked.push(card) })!;
    expect(await sharing.open(what)).to.equal('opened');
    sharing.card(what);
    expect(asked).to.have.length(1);
  });

  it('opens nothing where the page has never been signed in', async () => {
    let asked = 0;
    const ww = {
      ensureConfigReady: () => new Promise(() => {}),
      shareAppMessage: async () => void (asked += 1),
    };
    expect(await sharingByPagesWeCom(ww)!.open(what)).to.equal('refused');
    expect(asked).to.equal(0);
  });

  it('is shared by all who ask', () => {
    const ww = { shareAppMessage: async () => {} };
    expect(sharingByPagesWeCom(ww) === sharingByPagesWeCom(ww)).to.equal(true);
  });

  it('is none where there is nothing, or something else of that name', () => {
    for (const ww of [undefined, {}, { shareAppMessage: 'x' }, 7]) {
      expect(sharingByPagesWeCom(ww)).to.equal(undefined);
    }
  });
});
