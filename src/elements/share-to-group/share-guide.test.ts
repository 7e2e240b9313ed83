import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { browser, inApp, poor, shareAlone, WECHAT, WECOM } from '../../../test/fixtures/share-harness.js';

describe('qun-share-to-group in WeChat', () => {
  const wechat = inApp(WECHAT, { share: () => Promise.reject(new Error('was asked')) });

  it('shows the way to the menu, although there is a share sheet', async () => {
    const harness = await shareAlone(wechat);
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
    expect(harness.dialog.open).to.equal(true);
    expect(harness.dialog.textContent).to.include('Tap ··· at the top right');
    expect(harness.dialog.textContent).to.include('Send to Chat');
    await harness.accessible();
  });

  it('shows it in Chinese, and changes with the page while it is open', async () => {
    const harness = await shareAlone(wechat);
    await harness.share();
    harness.element.lang = 'zh-CN';
    await waitUntil(() => harness.dialog.textContent.includes('点击右上角 ···'));
    expect(harness.dialog.textContent).to.include('选择「发送给朋友」');
  });

  it('names what WeCom calls it', async () => {
    const harness = await shareAlone(inApp(WECOM));
    await harness.share();
    expect(harness.dialog.textContent).to.include('Forward');
  });

  it('does the same in a mini-program', async () => {
    const harness = await shareAlone(browser({ wxEnvironment: 'miniprogram' }));
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
  });

  it('takes the focus, keeps it inside, and gives it back on Escape', async () => {
    const harness = await shareAlone(wechat);
    harness.find('.share').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => harness.dialog.open);
    expect(harness.focus).to.equal('Got it');
    await sendKeys({ press: 'Tab' });
    expect(harness.focus).to.equal('Copy link');
    await sendKeys({ press: 'Tab' });
    expect(harness.focus).to.equal('Got it');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(harness.focus).to.equal('Copy link');

    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !harness.dialog.open);
    document.removeEventListener('keydown', hear);
    expect(harness.focus).to.equal('button');
    expect(heard).to.eql([], 'the room around does not close as well');
  });

  it('closes on a tap anywhere, and on the button', async () => {
    const harness = await shareAlone(wechat);
    await harness.share();
    harness.find('.guide').click();
    await waitUntil(() => !harness.dialog.open);
    await harness.share();
    harness.button('Got it').click();
    await waitUntil(() => !harness.dialog.open);
    expect(harness.opened).to.eql(['guide', 'guide']);
  });

  it('closes by the browser’s own gesture', async () => {
    const harness = await shareAlone(wechat);
    await harness.share();
    harness.dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitUntil(() => !harness.dialog.open);
    await harness.share();
    expect(harness.dialog.open).to.equal(true, 'and can be opened again');
  });

  it('copies the link from there, or shows it', async () => {
    const harness = await shareAlone({ ...wechat, writeText: async () => {} });
    await harness.share();
    harness.button('Copy link').click();
    await waitUntil(() => harness.copied.length === 1);
    await waitUntil(() => !harness.dialog.open);

    harness.element.environment = { ...inApp(WECHAT), document: poor.document };
    await harness.share();
    harness.button('Copy link').click();
    await waitUntil(() => harness.focus === 'link');
    expect(harness.dialog.open).to.equal(true);
  });

  it('copies for real from behind the dialog', async () => {
    const harness = await shareAlone({ ...wechat, document });
    await harness.share();
    const { left, top, width } = harness.button('Copy link').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + 20)] });
    await waitUntil(() => harness.copied.length === 1);
  });

  it('works in a browser that has never heard of dialogs', async () => {
    const showModal = HTMLDialogElement.prototype.showModal;
    HTMLDialogElement.prototype.showModal = undefined as never;
    try {
      const harness = await shareAlone(wechat);
      harness.find('.share').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => harness.opened.length === 1);
      await harness.element.updateComplete;
      const { width, height } = harness.dialog.getBoundingClientRect();
      expect([width, height]).to.eql([innerWidth, innerHeight]);
      expect(harness.dialog.getAttribute('aria-modal')).to.equal('true');
      expect(harness.focus).to.equal('Got it');
      await harness.accessible();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(harness.focus).to.equal('Got it');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => harness.dialog.getBoundingClientRect().width === 0);
      expect(harness.focus).to.equal('button');
    } finally {
      HTMLDialogElement.prototype.showModal = showModal;
    }
  });
});
