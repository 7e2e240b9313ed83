import { expect, fixture, html } from '@open-wc/testing';
import type { QunErrorEvent } from '../events/qun-error-event.js';
import { addMessages } from '../i18n/translate.js';
import { QunError } from '../protocol/index.js';
import { QunElement } from './qun-element.js';

class WordsProbe extends QunElement {
  override render() {
    return html`<p>${this.t('room.viewers', { count: 7 })}, ${this.words({ en: 'Tea', 'zh-CN': '茶' })}</p>`;
  }
  asks(event: Event): boolean {
    return this.ask(event);
  }
  fails(error: unknown): QunError {
    return this.report(error, 'network');
  }
}
customElements.define('words-probe', WordsProbe);

const make = () => fixture<WordsProbe>(html`<words-probe lang="en"></words-probe>`);

describe('an element of the kit', () => {
  it('speaks the language of its place, its own words and the merchant’s, and changes while it is shown', async () => {
    const probe = await make();
    expect(probe).shadowDom.to.equal('<p>7 watching, Tea</p>');
    for (const [lang, words] of [
      ['zh-CN', '7人在看, 茶'],
      ['zh-HK', '7人在看, 茶'],
      ['fr', '7 watching, Tea'],
    ] as const) {
      probe.lang = lang;
      await Promise.resolve();
      await probe.updateComplete;
      expect(probe).shadowDom.to.equal(`<p>${words}</p>`);
    }
  });

  it('speaks a language that the page has added', async () => {
    addMessages('eo', { 'room.viewers': '{count} spektas' });
    const probe = await fixture<WordsProbe>(html`<words-probe lang="eo-XX"></words-probe>`);
    expect(probe).shadowDom.to.equal('<p>7 spektas, Tea</p>');
  });

  it('asks the page, which may take over', async () => {
    const probe = await make();
    const ask = () => probe.asks(new Event('qun-ask', { cancelable: true }));
    expect(ask()).to.be.true;
    probe.addEventListener('qun-ask', event => event.preventDefault());
    expect(ask()).to.be.false;
  });

  it('tells the page of a fault by a code, far up, and throws nothing', async () => {
    const probe = await make();
    const heard: QunErrorEvent[] = [];
    const listen = (event: Event) => heard.push(event as QunErrorEvent);
    window.addEventListener('qun-error', listen);
    expect(probe.fails(new TypeError('no network')).code).to.equal('network');
    const own = new QunError('room-full');
    expect(probe.fails(own)).to.equal(own);
    window.removeEventListener('qun-error', listen);
    expect(heard.map(({ error }) => error.code)).to.deep.equal(['network', 'room-full']);
    expect(heard.every(event => event.composed && event.bubbles && !event.cancelable)).to.be.true;
  });
});
