import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startDemo } from '../server.js';

const demo = await startDemo({ port: 0, autoHost: false });
after(() => demo.close());
const room = `${demo.origin}/v1/rooms/spring`;

async function viewer() {
  const { token } = (await (await fetch(`${room}/session`, { method: 'POST' })).json()) as { token: string };
  let keys = 0;
  return async <T>(command: object): Promise<T> => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': String((keys += 1)),
    };
    const answer = await fetch(`${room}/commands`, {
      method: 'POST',
      headers,
      body: JSON.stringify(command),
    });
    return (await answer.json()) as T;
  };
}

/** A browser's way to the shop: it keeps the cookie. */
function visitor() {
  let cookie = '';
  return async (path: string, body?: object | 'form') => {
    const response = await fetch(`${demo.origin}${path}`, {
      redirect: 'manual',
      headers: {
        cookie,
        ...(body === undefined
          ? {}
          : { 'content-type': body === 'form' ? 'application/x-www-form-urlencoded' : 'application/json' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: body === 'form' ? '' : JSON.stringify(body) }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
}
interface Cart {
  no?: string;
  left?: number;
  lead?: string;
  lines: { id: string; quantity: number; price: { minor: number } }[];
  total?: { minor: number };
}
const cart = async (response: Promise<Response>) => (await (await response).json()) as Cart;

test('the cart knows its prices from the shelf, and says why it cannot take more', async () => {
  const shop = visitor();
  const tea = { do: 'add', product: 'spring-tea', variant: 'tea-100-gift', quantity: 2, price: { minor: 1 } };
  const first = await cart(shop('/shop/cart', tea));
  assert.deepEqual([first.lines.length, first.total?.minor], [1, 31_600]);
  assert.equal((await cart(shop('/shop/cart', { ...tea, variant: undefined }))).no, 'options-missing');
  const more = await cart(shop('/shop/cart', { ...tea, quantity: 4 }));
  assert.deepEqual([more.no, more.left, more.lines[0]!.quantity], ['out-of-stock', 5, 2]);
  const gone = { do: 'add', product: 'kettle', quantity: 1 };
  assert.deepEqual((await cart(shop('/shop/cart', gone))).no, 'out-of-stock');
  const { id } = first.lines[0]!;
  assert.deepEqual((await cart(shop('/shop/cart', { do: 'change', line: id, quantity: 0 }))).lines, []);
  assert.deepEqual((await cart(visitor()('/shop/cart'))).lines, [], 'nobody sees the cart of another');
});

test('what is reserved in the room is paid for at the till, and the room counts it as sold', async () => {
  await demo.server.execute(
    'spring',
    { type: 'sale.open', saleId: 'honey-flash' },
    { id: 'demo-host', role: 'host' },
  );
  const send = await viewer();
  const kept = await send<{ result: string; reservation: { id: string } }>({
    type: 'sale.reserve',
    saleId: 'honey-flash',
    quantity: 2,
  });
  assert.equal(kept.result, 'held', JSON.stringify(kept));
  const shop = visitor();
  const bought = await cart(
    shop('/shop/cart', { do: 'buy', product: 'honey', quantity: 2, reservation: kept.reservation.id }),
  );
  assert.deepEqual([bought.lead, bought.total?.minor], ['/shop/till/', 9800]);
  assert.match(await (await shop('/shop/till/?lang=en')).text(), /Flash price, kept for you/);
  const done = await shop('/shop/till/?lang=en', 'form');
  assert.equal(done.status, 200);
  assert.match(await done.text(), /Thank you[\s\S]*HS-[\dA-F]{8}/);
  assert.deepEqual((await cart(shop('/shop/cart'))).lines, []);
  const again = await send<{ result: string; limit: number; had: number }>({
    type: 'sale.reserve',
    saleId: 'honey-flash',
    quantity: 2,
  });
  assert.deepEqual([again.result, again.limit, again.had], ['limit', 3, 2]);
});

test('the till tells the room who bought and by whose link', async () => {
  const join = async (body: object = {}) =>
    (await (
      await fetch(`${room}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json()) as { share: string; viewer: { id: string } };
  const send = await viewer();
  const { share } = await send<{ share: string }>({ type: 'share.intend', via: 'copy' });
  const buyer = await join({ share: `${share}.c` });
  const shop = visitor();
  const came = { qs: `${share}.c`, 'qun-viewer': buyer.viewer.id };
  await shop('/shop/cart', { do: 'add', product: 'honey', quantity: 1, came });
  assert.equal((await shop('/shop/till/?lang=en', 'form')).status, 200);
  const headers = { authorization: `Bearer ${demo.server.hostToken}` };
  const answer = await fetch(`${room}/report`, { headers });
  const { referred, sharers } = (await answer.json()) as { referred: { orders: number }; sharers: number };
  assert.deepEqual([referred.orders, sharers], [1, 1]);
});

test('a till with an empty cart takes no order', async () => {
  assert.equal((await visitor()('/shop/till/', 'form')).status, 303);
});
