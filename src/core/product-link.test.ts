import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { productLeads, type Surface } from './product-link.js';

const links = {
  h5: '/products/tea?utm_source=shop',
  miniProgram: { username: 'gh_4821', path: 'pages/product/index?id=7' },
  app: 'teashop://product/7',
};
const carry = [
  ['utm_source', 'group'],
  ['qun-share', 'a b'],
] as const;

const leads = (surface: Surface, given: object = links) =>
  productLeads(
    { links: given },
    { surface, carry, resolve: url => (url ? new URL(url, 'https://shop.example').href : undefined) },
  );

const h5 = { kind: 'h5', url: 'https://shop.example/products/tea?utm_source=shop&qun-share=a+b' };
const app = { kind: 'app', url: 'teashop://product/7?utm_source=group&qun-share=a+b' };
const path = 'pages/product/index?id=7&utm_source=group&qun-share=a+b';

describe('the ways to a product', () => {
  test('are those of the surface, and all carry along who brought the viewer', () => {
    assert.deepEqual(leads('desk'), [h5]);
    assert.deepEqual(leads('phone'), [h5, app]);
    assert.deepEqual(leads('wechat'), [{ kind: 'launch', username: 'gh_4821', path }, h5]);
    assert.deepEqual(leads('mini-program'), [{ kind: 'mini-program', path: `/${path}` }, h5]);
  });

  test('are what the product has', () => {
    assert.deepEqual(leads('desk', {}), []);
    assert.deepEqual(leads('desk', { app: links.app }), [app]);
    assert.deepEqual(leads('wechat', { app: links.app }), []);
    assert.deepEqual(leads('phone', { miniProgram: links.miniProgram }), []);
  });

  test('never run anything in the page', () => {
    for (const url of ['javascript://x/%0aalert(1)', 'data://text/html', 'file:///etc/passwd', 'nonsense'])
      assert.deepEqual(leads('phone', { app: url }), [], url);
  });

  test('keep to the mini-program whatever its path says', () => {
    const miniProgram = { username: 'gh_1', path: '//evil.example/pages/x' };
    assert.deepEqual(leads('mini-program', { miniProgram }), [
      { kind: 'mini-program', path: '/evil.example/pages/x?utm_source=group&qun-share=a+b' },
    ]);
  });
});
