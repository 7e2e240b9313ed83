import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { PROVIDER_READY } from '../base/room-context.js';
import { whenShopIsWanted } from './when-shop-is-wanted.js';

function watch(tags: string[]) {
  const seen = { wanted: false };
  const done = whenShopIsWanted(tags).then(() => (seen.wanted = true));
  return { seen, done };
}

describe('the shop is wanted', () => {
  it('at once where the page has one of its elements', async () => {
    await fixture(html`<qun-for-shop></qun-for-shop>`);
    await watch(['qun-nowhere', 'qun-for-shop']).done;
  });

  it('as soon as a room comes, and not before', async () => {
    const { seen, done } = watch(['qun-nowhere']);
    await aTimeout(0);
    expect(seen.wanted).to.equal(false);
    document.dispatchEvent(new Event(PROVIDER_READY));
    await done;
  });

  it('in the end on every page that has loaded', async () => {
    await watch(['qun-nowhere']).done;
  }).timeout(10_000);
});
