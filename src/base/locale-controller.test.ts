import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LocaleController, nearestLang } from './locale-controller.js';

class LangProbe extends LitElement {
  readonly locale = new LocaleController(this);
  renders = 0;
  override render() {
    this.renders += 1;
    return html`<b>${this.locale.lang}</b>`;
  }
}
class LangHost extends LitElement {
  override render() {
    return html`<lang-probe></lang-probe>`;
  }
}
customElements.define('lang-probe', LangProbe);
customElements.define('lang-host', LangHost);

const shown = async (probe: LangProbe) => {
  // The page's change is noticed in a microtask, and drawn in the next.
  await Promise.resolve();
  await probe.updateComplete;
  return probe.shadowRoot!.textContent;
};

describe('the language of an element', () => {
  it('is the nearest one that is said, and the browser’s where none is', async () => {
    const place = await fixture<HTMLElement>(html`
      <div lang="zh-CN">
        <p lang=""><lang-probe></lang-probe></p>
        <lang-probe lang="en"></lang-probe>
      </div>
    `);
    const [inherits, own] = [...place.querySelectorAll('lang-probe')] as LangProbe[];
    expect(await shown(inherits!)).to.equal('zh-CN');
    expect(await shown(own!)).to.equal('en');
    const alone = document.createElement('div');
    expect(nearestLang(alone)).to.equal(navigator.language);
  });

  it('is found through shadow roots', async () => {
    const place = await fixture<HTMLElement>(html`<div lang="zh-TW"><lang-host></lang-host></div>`);
    const probe = place.querySelector('lang-host')!.shadowRoot!.querySelector<LangProbe>('lang-probe')!;
    expect(await shown(probe)).to.equal('zh-TW');
    place.lang = 'en';
    expect(await shown(probe)).to.equal('en');
  });

  it('follows the page, and renders only when it changes', async () => {
    const place = await fixture<HTMLElement>(html`<div lang="en"><lang-probe></lang-probe></div>`);
    const probe = place.querySelector<LangProbe>('lang-probe')!;
    place.lang = 'zh-CN';
    expect(await shown(probe)).to.equal('zh-CN');
    const { renders } = probe;
    document.body.lang = 'fr';
    expect(await shown(probe)).to.equal('zh-CN');
    expect(probe.renders).to.equal(renders);
    document.body.removeAttribute('lang');
  });

  it('follows an element that is moved', async () => {
    const place = await fixture<HTMLElement>(html`
      <div>
        <p lang="en"><lang-probe></lang-probe></p>
        <p lang="zh-CN"></p>
      </div>
    `);
    const probe = place.querySelector<LangProbe>('lang-probe')!;
    expect(await shown(probe)).to.equal('en');
    place.querySelector('[lang="zh-CN"]')!.append(probe);
    expect(await shown(probe)).to.equal('zh-CN');
  });

  it('is not fooled by a form whose fields hide its properties', async () => {
    const place = await fixture<HTMLElement>(html`
      <div lang="zh-CN">
        <form>
          <input name="parentNode" /><input name="getRootNode" /><input
            name="closest"
          /><lang-probe></lang-probe>
        </form>
      </div>
    `);
    expect(await shown(place.querySelector<LangProbe>('lang-probe')!)).to.equal('zh-CN');
  });

  it('is watched by one observer for all, and by none when the last has gone', async () => {
    const { MutationObserver: Real } = window;
    let watching = 0;
    window.MutationObserver = class extends Real {
      override observe(...rest: Parameters<MutationObserver['observe']>): void {
        watching += 1;
        super.observe(...rest);
      }
      override disconnect(): void {
        watching -= 1;
        super.disconnect();
      }
    };
    try {
      const probes = Array.from({ length: 20 }, () => document.createElement('lang-probe'));
      document.body.append(...probes);
      expect(watching).to.equal(1);
      for (const probe of probes) probe.remove();
      expect(watching).to.equal(0);
    } finally {
      window.MutationObserver = Real;
    }
  });
});
