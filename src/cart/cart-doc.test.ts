import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { makeItem } from '../../test/fixtures/cart-items.js';
import { standOn } from '../../test/fixtures/shop-page.js';
import { endpointCart } from './endpoint-cart.js';

const docs = join(import.meta.dirname, '../../docs');
const folder = mkdtempSync(join(tmpdir(), 'qun-cart-'));
const started: ChildProcess[] = [];

/** The endpoint as it stands in the manual, on a port of its own. */
async function runExample(page: string): Promise<string> {
  const text = readFileSync(join(docs, page), 'utf8');
  const code = text
    .split('```js\n')
    .map(part => part.split('\n```')[0]!)
    .find(part => part.includes('createServer'));
  const file = join(folder, `${page}.mjs`);
  writeFileSync(file, code!);
  const child = spawn(process.execPath, [file], { env: { PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  return `http://127.0.0.1:${String(port).trim()}/cart`;
}

after(() => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true });
});

describe('the endpoint of the manual', () => {
  for (const page of ['cart.md', 'cart.zh-CN.md']) {
    test(`works as ${page} shows it`, async () => {
      const url = await runExample(page);
      const leave = standOn(new URL('/live', url).href);
      const cart = endpointCart(url);
      const dear = await cart.add(makeItem('tea', { price: { minor: 9900, currency: 'CNY' } }));
      assert.deepEqual((dear.answer as { no: string }).no, 'price-changed');
      const kept = await cart.add(
        makeItem('tea', { price: { minor: 9900, currency: 'CNY' }, reservation: 'r1' }),
      );
      assert.deepEqual(
        kept.cart?.lines.map(({ id, quantity, reservation }) => [id, quantity, reservation]),
        [['tea', 1, 'r1']],
      );
      assert.equal((await cart.change(kept.cart!.lines[0]!, 3)).cart?.lines[0]?.quantity, 3);
      assert.deepEqual((await cart.add(makeItem('x'))).answer, {
        no: 'other',
        text: { en: 'We no longer have this.', 'zh-CN': '这件已经下架了' },
        left: undefined,
        price: undefined,
      });
      const { lead } = await cart.checkout({ lines: [], reservations: ['r1'] });
      assert.equal(lead, new URL('/pay?kept=r1', url).href);
      assert.deepEqual((await cart.change(kept.cart!.lines[0]!, 0)).cart?.lines, []);
      assert.deepEqual(await cart.read(), { lines: [], total: undefined });
      leave();
    });
  }
});
