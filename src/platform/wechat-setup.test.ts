import { expect } from '@open-wc/testing';
import { REAL_SCRIPT, weChatPage } from '../../test/fixtures/fake-wechat.js';
import { loadWeChatSdk } from './load-wechat-sdk.js';
import { pageSignsIn, setUpWeChat } from './wechat-setup.js';

const SHOP = 'https://live.shop.example/v1/wechat/signature';
const OTHER = 'https://other.example/v1/wechat/signature';

describe('a page’s one setting-up of WeChat', () => {
  const { fetch } = window;
  const signedBy: string[] = [];
  /** Those that sign nothing for now. */
  const down = new Set<string>();
  let page: Awaited<ReturnType<typeof weChatPage>>;

  beforeEach(async () => {
    signedBy.length = 0;
    down.clear();
    window.fetch = async input => {
      const [endpoint] = String(input as string).split('?') as [string];
      signedBy.push(endpoint);
      const body = { appId: 'wx1', timestamp: 1, nonceStr: 'n', signature: endpoint };
      return down.has(endpoint) ? new Response('', { status: 503 }) : Response.json(body);
    };
    page = await weChatPage();
  });
  afterEach(() => {
    window.fetch = fetch;
    page.remove();
  });
  const open = async () => (await loadWeChatSdk(page.env, REAL_SCRIPT))!;
  const configured = () => page.bridge.of('preVerifyJSAPI').length;

  it('is shared by all who ask for the same address', async () => {
    const wx = await open();
    const both = await Promise.all([setUpWeChat(wx, SHOP, ['a']), setUpWeChat(wx, SHOP, ['a'])]);
    expect(both).to.eql([undefined, undefined]);
    expect(await setUpWeChat(wx, SHOP, ['a'])).to.equal(undefined);
    expect(await setUpWeChat(wx, OTHER, ['a'])).to.equal(undefined);
    expect(configured()).to.equal(1);
    expect(signedBy).to.eql([SHOP]);
  });

  it('is made anew for another address, one after the other', async () => {
    const wx = await open();
    const both = await Promise.all([setUpWeChat(wx, SHOP, ['a']), setUpWeChat(wx, SHOP, ['b'])]);
    expect(both).to.eql([undefined, undefined]);
    expect(configured()).to.equal(2);
  });

  it('is asked of another server where one does not sign, and of the same one later', async () => {
    const wx = await open();
    down.add(SHOP);
    const asked = [setUpWeChat(wx, SHOP, ['a']), setUpWeChat(wx, SHOP, ['a']), setUpWeChat(wx, OTHER, ['a'])];
    expect(await Promise.all(asked)).to.eql(['no signature', 'no signature', undefined]);
    expect(signedBy).to.eql([SHOP, OTHER]);
    expect(configured()).to.equal(1);
  });

  it('is forgotten after a refusal', async () => {
    const wx = await open();
    down.add(SHOP);
    expect(await setUpWeChat(wx, SHOP, ['a'])).to.equal('no signature');
    down.clear();
    expect(await setUpWeChat(wx, SHOP, ['a'])).to.equal(undefined);
    expect(configured()).to.equal(1);
  });
});

describe('a page that signs itself in with WeChat', () => {
  it('is waited for no longer than a while, and heard of when it does so later', async () => {
    let signIn: (() => void) | undefined;
    let ready = 0;
    const wx = { ready: (then: () => void) => void (signIn = then) };
    const reason = await pageSignsIn(wx, () => (ready += 1), 1);
    expect(reason).to.match(/has not called wx.config/);
    expect(ready).to.equal(0);
    signIn!();
    expect(ready).to.equal(1);
  });

  it('is taken at its word at once', async () => {
    let ready = 0;
    expect(await pageSignsIn({ ready: then => then() }, () => (ready += 1))).to.equal(undefined);
    expect(ready).to.equal(1);
  });

  it('has a script that throws, or that lacks the function', async () => {
    const broken = {
      ready() {
        throw new Error('no bridge');
      },
    };
    expect(await pageSignsIn(broken, () => {})).to.equal('Error: no bridge');
    expect(await pageSignsIn({}, () => {}, 1)).to.match(/has not called/);
  });
});
