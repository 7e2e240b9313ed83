import assert from 'node:assert/strict';
import { parseSnapshot, saleTermsSchema, parse } from '../../src/protocol/index.js';
import { makeShow } from '../fixtures/show.js';
import { Shopper } from './shopper.js';
import { balanced, checkBooks } from './trade-books.js';
import { json, pause, TradeFleet } from './trade-fleet.js';

export interface RushOptions {
  store: 'sqlite' | 'redis';
  viewers: number;
  /** How long they go on coming, s. */
  seconds: number;
  /** How often something is killed meanwhile. */
  strikes: number;
}

/** Viewers come one after the other, shop, and meet servers that die; then all books are read. Answers with figures. */
export async function rush({ store, viewers, seconds, strikes }: RushOptions) {
  const totals = { coupons: Math.ceil(viewers * 0.4), pieces: Math.ceil(viewers * 0.3) };
  const fleet = await TradeFleet.open(store, showOf(totals, seconds));
  try {
    await openOffers(fleet);
    const shoppers = Array.from({ length: viewers }, (_, i) => new Shopper(fleet, i + 1));
    const began = performance.now();
    let watching = true;
    let looks = 0;
    const watch = async () => {
      while (watching) {
        for (const text of await fleet.shown()) {
          const figures = parseSnapshot(JSON.parse(text)).sales?.flash;
          if (figures) balanced(figures, totals.pieces);
          looks += 1;
        }
        await pause(250);
      }
    };
    // One after the other: a server that is slow to come back is not killed while it does.
    const strike = async () => {
      for (let n = 0; n < strikes; n += 1) {
        const due = began + (seconds * 1000 * (n + 1)) / (strikes + 1);
        await pause(Math.max(0, due - performance.now()));
        await fleet.strike(n);
      }
    };
    const come = async (shopper: Shopper, i: number) => {
      await pause((seconds * 1000 * i) / viewers);
      await shopper.shop();
    };
    const crowd = Promise.all(shoppers.map(come)).finally(() => (watching = false));
    await Promise.all([crowd, watch(), strike()]);
    const took = (performance.now() - began) / 1000;
    assert.ok(fleet.missed > 0, 'nobody met a gap');
    await eachOf(shoppers, 32, one => one.again());
    const requests = shoppers.reduce((sum, one) => sum + one.requests, 0);
    const books = await fleet.books();
    try {
      const figures = await checkBooks(books, shoppers, totals);
      const lined = shoppers.filter(one => one.ticket !== undefined).length;
      const late = shoppers.filter(one => one.ordered?.result === 'late').length;
      return { ...totals, ...figures, requests, took, missed: fleet.missed, looks, lined, late };
    } finally {
      await books.close();
    }
  } finally {
    await fleet.close();
  }
}

function showOf({ coupons, pieces }: { coupons: number; pieces: number }, seconds: number) {
  const show = makeShow();
  const [coupon] = show.coupons;
  const sale = parse(saleTermsSchema, {
    id: 'flash',
    productId: 'a',
    price: { minor: 9900, currency: 'CNY' },
    total: pieces,
    perViewer: 2,
    // Long enough to order in, short enough to run out many times while viewers come.
    holdSeconds: Math.max(2, Math.round(seconds / 10)),
  });
  return { ...show, coupons: [{ ...coupon!, total: coupons }], sales: [sale] };
}

async function openOffers(fleet: TradeFleet): Promise<void> {
  const headers = { authorization: `Bearer ${fleet.hostToken}`, ...json };
  const { token } = JSON.parse((await fleet.ask(0, 'session', headers, '{}')).text) as { token: string };
  const commands = [
    { type: 'coupon.open', couponId: 'plain' },
    { type: 'sale.open', saleId: 'flash' },
  ];
  for (const command of commands) {
    const more = { authorization: `Bearer ${token}`, 'idempotency-key': command.type, ...json };
    const { status, text } = await fleet.ask(0, 'commands', more, JSON.stringify(command));
    assert.equal(status, 200, text);
  }
}

async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const some = async () => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: atOnce }, some));
}
