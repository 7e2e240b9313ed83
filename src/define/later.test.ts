import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { define } from './define.js';
import { defineLater } from './later.js';

describe('an element that few pages use', () => {
  it('is fetched when the page has its tag, also later, and once', async () => {
    const fetched: string[] = [];
    const fetching = (tag: string) => {
      fetched.push(tag);
      define(tag, class extends HTMLElement {});
      return Promise.resolve();
    };
    await fixture(html`<qun-late-one></qun-late-one>`);
    defineLater({
      'qun-late-one': () => fetching('qun-late-one'),
      'qun-late-two': () => fetching('qun-late-two'),
    });
    expect(fetched).to.deep.equal(['qun-late-one']);
    await nextFrame();
    const place = await fixture(html`<div></div>`);
    place.append(document.createElement('qun-late-two'));
    await waitUntil(() => fetched.length === 2);
    place.append(document.createElement('qun-late-one'), document.createElement('qun-late-two'));
    await nextFrame();
    expect(fetched).to.deep.equal(['qun-late-one', 'qun-late-two']);
  });

  it('is found where one of its holders shows it, however deep and however late that is known', async () => {
    const fetched: string[] = [];
    const holder = () =>
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' });
        }
      };
    const fetching = (tag: string) => () => {
      fetched.push(tag);
      define(tag, class extends HTMLElement {});
      return Promise.resolve();
    };
    const outer = await fixture<HTMLElement>(html`<qun-late-outer></qun-late-outer>`);
    defineLater(
      {
        'qun-late-in': fetching('qun-late-in'),
        'qun-late-deep': fetching('qun-late-deep'),
        'qun-late-never': fetching('qun-late-never'),
      },
      'qun-late-outer, qun-late-inner',
    );
    define('qun-late-inner', holder());
    define('qun-late-outer', holder());
    const inner = document.createElement('qun-late-inner');
    outer.shadowRoot!.append(document.createElement('qun-late-in'), inner);
    await waitUntil(() => fetched.length === 1);
    inner.shadowRoot!.append(document.createElement('qun-late-deep'));
    const stranger = document.createElement('div');
    stranger.attachShadow({ mode: 'open' }).append(document.createElement('qun-late-never'));
    outer.shadowRoot!.append(stranger);
    await waitUntil(() => fetched.length === 2);
    expect(fetched).to.deep.equal(['qun-late-in', 'qun-late-deep']);
  });
});
