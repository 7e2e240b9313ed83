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
});
