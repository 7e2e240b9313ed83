import { expect, waitUntil } from '@open-wc/testing';
import {
  browser,
  inApp,
  OWN_SHARE,
  sharingRoom,
  WECHAT,
  WECOM,
} from '../../../test/fixtures/share-harness.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { AppGlobals, Environment } from '../../platform/environment.js';

type Card = { title: string; link: string };

/** WeChat's script, set up by the page, and the cards it was given. */
function readyWeChat() {
  const cards: Card[] = [];
  const answer = (data: { success?(said: object): void }) => void data.success?.({ errMsg: 'ok' });
  const wx = {
    config() {},
    ready: (then: () => void) => then(),
    error() {},
    checkJsApi: answer,
    updateAppMessageShareData(data: Card & { success?(said: object): void }) {
      cards.push({ title: data.title, link: data.link });
      answer(data);
    },
    updateTimelineShareData: answer,
    miniProgram: {
      told: [] as unknown[],
      went: [] as string[],
      postMessage({ data }: { data: unknown }) {
        this.told.push(data);
      },
      navigateTo({ url, success }: { url: string; success?(): void }) {
        this.went.push(url);
        success?.();
      },
    },
  };
  return { wx, cards };
}
const with_ = (environment: Environment, more: Partial<AppGlobals>): Environment => ({
  ...environment,
  globals: { ...environment.globals, ...more },
});

describe('qun-share-to-group as the guest of an app', () => {
  it('sets WeChat’s card beforehand, and anew with the room', async () => {
    const { wx, cards } = readyWeChat();
    const { harness, transport } = await sharingRoom(with_(inApp(WECHAT), { wx }), {
      'wechat-config': 'external',
    });
    await waitUntil(() => cards.at(-1)?.link.includes(OWN_SHARE));
    expect(cards.at(-1)!.title).to.equal('Live now: Spring');
    expect(cards.at(-1)!.link).to.equal(`https://shop.example/live?id=7&qs=${OWN_SHARE}.d`);
    transport.control('room.phase', { phase: 'replay' });
    await waitUntil(() => cards.at(-1)!.title === 'Replay: Spring');
    const before = cards.length;
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
    expect(cards.length).to.equal(before, 'what is set already is not set again');
  });

  it('guides and copies while the page has not signed itself in, and sets the card once it has', async () => {
    const { wx, cards } = readyWeChat();
    let signIn: (() => void) | undefined;
    const copied: string[] = [];
    const environment = inApp(WECHAT, { writeText: async text => void copied.push(text) });
    wx.ready = then => void (signIn = then);
    const { harness } = await sharingRoom(with_(environment, { wx }), { 'wechat-config': 'external' });
    await waitUntil(() => signIn);
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
    harness.button('Copy').click();
    await waitUntil(() => harness.copied.length > 0);
    expect(copied).to.eql(harness.copied);
    expect(cards).to.eql([]);
    signIn!();
    await waitUntil(() => cards.length > 0);
    expect(cards.at(-1)!.title).to.equal('Live now: Spring');
  });

  it('tells the page of a script of WeChat that does not work', async () => {
    const { wx } = readyWeChat();
    wx.ready = () => {
      throw new Error('no bridge');
    };
    const faults: string[] = [];
    const hear = (event: Event) => void faults.push((event as QunErrorEvent).error.message);
    document.addEventListener('qun-error', hear);
    await sharingRoom(with_(inApp(WECHAT), { wx }), { 'wechat-config': 'external' });
    await waitUntil(() => faults.length > 0);
    document.removeEventListener('qun-error', hear);
    expect(faults[0]).to.include('no bridge');
  });

  it('leaves WeChat alone where nobody says otherwise', async () => {
    const { wx, cards } = readyWeChat();
    const { harness } = await sharingRoom(with_(inApp(WECHAT), { wx }));
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
    expect(cards).to.eql([]);
  });

  it('begins when the bridge comes, and not before', async () => {
    const { wx, cards } = readyWeChat();
    const environment = { userAgent: WECHAT, document, globals: { wx } as AppGlobals };
    const { harness } = await sharingRoom(environment, { 'wechat-config': 'external', ways: '' });
    await harness.share();
    expect(cards).to.eql([]);
    expect(harness.opened).to.not.include('guide');
    Object.assign(environment.globals, { WeixinJSBridge: { invoke() {} } });
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    await waitUntil(() => cards.length > 0);
  });

  it('opens the mini-program’s own page with what is passed on', async () => {
    const { wx } = readyWeChat();
    const { harness, intents } = await sharingRoom(
      browser({ wxEnvironment: 'miniprogram', globals: { wx } }),
      {
        'mini-program-page': '/pages/share/index',
      },
    );
    await waitUntil(() => wx.miniProgram.told.length > 0);
    await harness.share();
    expect(harness.opened).to.eql(['mini-program']);
    expect(intents).to.eql(['mini-program']);
    const [path, query] = wx.miniProgram.went[0]!.split('?');
    expect(path).to.equal('/pages/share/index');
    const said = new URLSearchParams(query);
    expect(said.get('title')).to.equal('Live now: Spring');
    expect(said.get('url')).to.equal(`https://shop.example/live?id=7&qs=${OWN_SHARE}.m`);
    expect(wx.miniProgram.told.at(-1)).to.have.nested.property('payload.title', 'Live now: Spring');
  });

  it('guides to the mini-program’s menu where there is no such page', async () => {
    const { wx } = readyWeChat();
    const { harness } = await sharingRoom(browser({ wxEnvironment: 'miniprogram', globals: { wx } }));
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
  });

  it('opens WeCom’s picker for staff, else guides', async () => {
    const sent: string[] = [];
    let may = true;
    const ww = {
      shareToExternalChat: async ({ link }: Card) => {
        if (!may) throw Object.assign(new Error(), { errMsg: 'shareToExternalChat:no permission' });
        sent.push(link);
      },
    };
    const { harness, intents } = await sharingRoom(with_(inApp(WECOM), { ww }), {
      'wechat-config': 'external',
    });
    await waitUntil(async () => (await harness.share(), sent.length > 0));
    expect(sent[0]).to.include(`qs=${OWN_SHARE}.k`);
    expect(harness.opened.at(-1)).to.equal('wecom');
    expect(intents.at(-1)).to.equal('wecom');
    may = false;
    await harness.share();
    expect(harness.opened.at(-1)).to.equal('guide');
    expect(harness.dialog.textContent).to.include('Forward');
  });

  it('opens the panel of DingTalk or Feishu, and copies where that is refused', async () => {
    const asked: unknown[] = [];
    let refuse = false;
    const share = (options: { url: string; onSuccess(): void; onFail(error: unknown): void }) => {
      asked.push(options.url);
      if (refuse) options.onFail({ errorCode: 3, errorMessage: 'no' });
      else options.onSuccess();
    };
    const env = browser({
      userAgent: 'Mozilla/5.0 AliApp(DingTalk/7.0.50)',
      globals: { dd: { biz: { util: { share } } } },
      writeText: async () => {},
    });
    const { harness } = await sharingRoom(env);
    await waitUntil(async () => (await harness.share(), asked.length > 0));
    expect(asked[0]).to.include(`qs=${OWN_SHARE}.o`);
    expect(harness.opened.at(-1)).to.equal('app');
    refuse = true;
    await harness.share();
    expect(harness.opened.at(-1)).to.equal('copy');
  });

  it('tells the page why an app refuses it, and guides nevertheless', async () => {
    const faults: string[] = [];
    const hear = (event: Event) => void faults.push((event as QunErrorEvent).error.code);
    document.addEventListener('qun-error', hear);
    const { harness } = await sharingRoom(inApp(WECOM), { 'wechat-config': 'external' });
    await waitUntil(() => faults.includes('share-failed'));
    document.removeEventListener('qun-error', hear);
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
  });

  it('stops following the room when it goes', async () => {
    const { wx, cards } = readyWeChat();
    const { element, transport } = await sharingRoom(with_(inApp(WECHAT), { wx }), {
      'wechat-config': 'external',
    });
    await waitUntil(() => cards.length > 0);
    const room = element.roomStore!;
    let heard = 0;
    const stop = room.$state.listen(() => (heard += 1));
    const before = cards.length;
    const listeners = room.$own.lc;
    element.remove();
    expect(room.$own.lc).to.equal(listeners - 1);
    transport.control('room.phase', { phase: 'replay' });
    await waitUntil(() => heard > 0);
    stop();
    expect(cards.length).to.equal(before);
  });
});
