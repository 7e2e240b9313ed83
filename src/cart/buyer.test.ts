import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standOn } from '../../test/fixtures/shop-page.js';
import { buyerAt, type Buying } from './buyer.js';
import { openCart } from './open-cart.js';

/** An element in a shadow root, whose host stands in a provider that allows so much. */
function place(attribution: string | undefined, share: string | undefined = 'aaaaaaaaaaaa'): Buying {
  const provider = { getAttribute: () => attribution };
  const around = { closest: () => (attribution === undefined ? null : provider), getRootNode: () => ({}) };
  return {
    closest: () => null,
    getRootNode: () => ({ host: around }),
    roomStore: { $viewer: { get: () => ({ id: 'g-7' }) }, $own: { get: () => ({ share }) } },
  } as unknown as Buying;
}

test('the till is told who buys where the page allows it, and where they are known', () => {
  assert.equal(buyerAt(place(undefined)), 'g-7');
  assert.equal(buyerAt(place('ON')), 'g-7');
  assert.equal(buyerAt(place('anonymous')), undefined);
  assert.equal(buyerAt(place('off')), undefined);
  assert.equal(buyerAt({ ...place('on'), roomStore: undefined } as Buying), undefined);
  const nobody = { ...place('on'), roomStore: { ...place('on').roomStore!, $own: { get: () => ({}) } } };
  assert.equal(buyerAt(nobody as Buying), undefined);
  assert.equal(buyerAt(undefined), undefined);
});

test('a link to the till carries the viewer, their link and the group it stood in', async () => {
  const leave = standOn('https://shop.example/live?qs=aaaaaaaaaaaa.c&g=g1');
  try {
    const item = { product: { id: 'tea' }, quantity: 1, url: 'https://shop.example/tea' } as never;
    const { lead } = await openCart('link', place('on')).add(item);
    const query = new URL(lead!).searchParams;
    assert.deepEqual(
      ['qs', 'g', 'qun-viewer'].map(name => query.get(name)),
      ['aaaaaaaaaaaa.c', 'g1', 'g-7'],
    );
  } finally {
    leave();
  }
});
