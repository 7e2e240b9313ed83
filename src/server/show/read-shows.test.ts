import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { readShows, ShowFault } from './read-shows.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-shows-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes files and gives back what is wrong with them, without the folder. */
async function faultsOf(files: Record<string, unknown>): Promise<string[]> {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, name);
  });
  try {
    await readShows(paths);
    return [];
  } catch (error) {
    assert.ok(error instanceof ShowFault);
    return error.faults.map(fault => fault.replaceAll(`${folder}/`, ''));
  }
}

test('a good show is read, with remarks and a byte order mark', async () => {
  const file = join(folder, 'good.json');
  writeFileSync(file, `\ufeff${JSON.stringify({ $schema: 'x', _note: 'y', ...makeShow() })}`);
  const [read] = await readShows([file]);
  assert.deepEqual(read?.show, makeShow());
});

test('all faults are told, each with its file and place', async () => {
  const show = makeShow();
  const [product] = show.products;
  const faults = await faultsOf({
    'a.json': {
      ...show,
      title: undefined,
      products: [
        product,
        { ...product, id: 'b c', price: { kind: 'fixed', amount: { minor: 1.5, currency: 'CNY' } } },
      ],
    },
    'b.json': { ...show, room: 'other', coupons: [{ ...show.coupons[0], total: 0 }] },
  });
  const [title, id, price, total] = faults;
  assert.equal(faults.length, 4, faults.join('\n'));
  assert.match(title!, /^a\.json: title: /);
  assert.match(id!, /^a\.json: products\[1\]\.id: letters, digits/);
  assert.match(price!, /^a\.json: products\[1\]\.price\.amount\.minor: /);
  assert.match(total!, /^b\.json: coupons\[0\]\.total: /);
});

test('a mistyped name is a fault: it would silently change what a coupon costs', async () => {
  const show = makeShow();
  const coupons = [{ ...show.coupons[0], minSpnd: { minor: 1, currency: 'CNY' } }];
  assert.deepEqual(await faultsOf({ 'c.json': { ...show, coupons, prodcts: [] } }), [
    'c.json: coupons[0].minSpnd: no such name; look for a typing mistake',
    'c.json: prodcts: no such name; look for a typing mistake',
  ]);
});

test('references and numbers are checked', async () => {
  const show = makeShow();
  const coupons = [{ ...show.coupons[0], productIds: ['a', 'z'] }];
  const products = show.products.map((product, i) => (i === 4 ? { ...product, number: 1 } : product));
  assert.deepEqual(await faultsOf({ 'd.json': { ...show, products, coupons } }), [
    'd.json: products[4].number: 1 is the number of products[0] already',
    'd.json: coupons[0].productIds[1]: no product "z" in this show',
  ]);
});

test('a flash sale is of something on the shelf, and combinations are of the product’s own options', async () => {
  const show = makeShow();
  const options = [{ id: 'size', title: 'Size', values: [{ id: 's', title: 'S' }] }];
  const variants = [{ id: 'small', choice: { size: 'xl' } }];
  const products = show.products.map((product, i) => (i === 1 ? { ...product, options, variants } : product));
  const sale = { productId: 'b', price: { minor: 1, currency: 'CNY' }, total: 1 };
  const sales = [
    { ...sale, id: 's1', variantId: 'small' },
    { ...sale, id: 's2', variantId: 'large' },
    { ...sale, id: 's3', productId: 'z' },
  ];
  assert.deepEqual(await faultsOf({ 'h.json': { ...show, products, sales } }), [
    'h.json: products[1].variants[0].choice.size: no value "xl" of the option "size"',
    'h.json: sales[1].variantId: no combination "large" of "b"',
    'h.json: sales[2].productId: no product "z" in this show',
  ]);
});

test('no text of a show promises anything for passing it on', async () => {
  const show = makeShow();
  const coupons = [{ ...show.coupons[0], title: { en: 'Tea', 'zh-CN': '转发领茶礼红包' } }];
  const share = { titles: { live: '{host}直播中', pinned: 'Share to win {product}' } };
  const around = { promos: [{ id: 'p', title: '集满30个赞送小样', lead: { url: '/shop' } }] };
  const faults = await faultsOf({ 'i.json': { ...show, notice: '邀请好友助力', coupons, share, around } });
  assert.deepEqual(faults.map(fault => fault.replace(/; apps block.*/, '')).sort(), [
    'i.json: around.promos[0].title: "集满30个赞" has likes, cards or signs collected from friends (集赞, 集卡)',
    'i.json: coupons[0].title.zh-CN: "转发领茶礼红包" promises something for passing the link on',
    'i.json: notice: "邀请好友助力" has friends help for a benefit (助力, 砍价)',
    'i.json: share.titles.pinned: "Share to win" promises something for passing the link on',
  ]);
});

test('two files for one room', async () => {
  assert.deepEqual(await faultsOf({ 'e.json': makeShow(), 'f.json': makeShow() }), [
    'f.json: room: e.json is for room "spring" as well',
  ]);
});

test('what is not JSON is shown by line and column', async () => {
  assert.deepEqual(await faultsOf({ 'g.json': '{\n  "room": "x",\n  "title": "y",\n}' }), [
    'g.json:3:15: a comma too many',
  ]);
});

test('a file that is not there, and a folder', async () => {
  await assert.rejects(readShows([join(folder, 'none.json')]), /none\.json: no such file/);
  await assert.rejects(readShows([folder]), /a folder, not a file/);
});
