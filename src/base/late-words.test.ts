import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import { holdBack } from '../../test/fixtures/late-part.js';
import { Part } from '../core/part.js';
import '../define/qun-room.js';
import type { MessageKey } from '../i18n/translate.js';
import { needWords } from '../i18n/words.js';
import { QunElement } from './qun-element.js';

const hello = 'test.hello' as MessageKey;
const table = (text: string) => new Part(async () => ({ [hello]: text }) as Record<MessageKey, string>);
const [en, zh] = [table('hello'), table('你好')];
const [english, chinese] = [holdBack(en), holdBack(zh)];
needWords({ en, 'zh-CN': zh });

class LateProbe extends QunElement {
  override render() {
    return html`${this.t(hello)}`;
  }
}
customElements.define('late-probe', LateProbe);

const shown = (probe: LateProbe) => probe.shadowRoot!.textContent;

// In the order of what happens to one page: each language is fetched once.
describe('an element whose words are on their way', () => {
  it('shows nothing rather than another language, and finds its room meanwhile', async () => {
    const transport = new FakeTransport();
    const room = await fixture(html`<div lang="en"><qun-room .transport=${transport}></qun-room></div>`);
    const probe = new LateProbe();
    room.querySelector('qun-room')!.append(probe);
    await waitUntil(() => probe.roomStore !== undefined, 'the room is found before the words are there');
    expect(english.asked()).to.equal(1);
    expect(chinese.asked()).to.equal(0);
    expect(shown(probe)).to.equal('');
    english.give();
    await probe.updateComplete;
    expect(shown(probe)).to.equal('hello');
  });

  it('keeps what it says until the language it was changed to is there, and says English where that fails', async () => {
    const probe = await fixture<LateProbe>(html`<late-probe lang="en"></late-probe>`);
    const gone = await fixture<LateProbe>(html`<late-probe lang="en"></late-probe>`);
    probe.lang = gone.lang = 'zh-CN';
    await waitUntil(() => chinese.asked() === 1);
    expect(shown(probe)).to.equal('hello');
    gone.remove();
    chinese.fail();
    await waitUntil(() => zh.failed);
    await probe.updateComplete;
    expect(shown(probe)).to.equal('hello');
    void zh.come();
    await waitUntil(() => chinese.asked() === 2, 'it is asked for again');
    chinese.give();
    await waitUntil(() => shown(probe) === '你好');
    await gone.updateComplete;
    expect(shown(gone)).to.equal('你好');
  });
});
