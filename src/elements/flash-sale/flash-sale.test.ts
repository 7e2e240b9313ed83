import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { Clock, HOUR, NOW } from '../../../test/fixtures/coupons.js';
import { all, announced, label, make, one, said, tap } from '../../../test/fixtures/flash-sale-harness.js';
import { saysOwnWordsWhileEmpty } from '../../../test/fixtures/own-empty-words.js';
import { figures, held, product, reservation, reserving, sale } from '../../../test/fixtures/sales.js';
import type { QunBuyNowEvent } from '../../events/qun-buy-now-event.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunReservedEvent } from '../../events/qun-reserved-event.js';
import type { QunFlashSale } from './flash-sale.js';

describe('qun-flash-sale', () => {
  it('shows the price, what it was, what is left, and a way to have it', async () => {
    const el = await make({ figures: { s: figures() } });
    expect(said(one(el, 'card'))).to.equal(
      'Flash sale Spring tea ¥79 Before ¥129 12 of 100 left 5 being paid for Limit 1 each Grab it',
    );
    await expect(el).to.be.accessible();
  });

  it('speaks Chinese and follows a change of language', async () => {
    const el = await make({ figures: { s: figures() } }, 'zh-CN');
    expect(said(one(el, 'card'))).to.equal(
      '限时秒杀 明前春茶 ¥79 原价 ¥129 剩 12/100 件 5 件待付款 每人限 1 件 马上抢',
    );
    el.lang = 'en';
    await waitUntil(() => label(el) === 'Grab it');
  });

  it('never makes up how many are left, nor a price that was no higher', async () => {
    const el = await make({ products: [product({ price: { kind: 'fixed', amount: sale().price } })] });
    expect(all(el, 'stock')).to.have.length(0);
    expect(all(el, 'was')).to.have.length(0);
  });

  it('shows nothing before the host has announced it, and invites in words the page may replace', async () => {
    const draft = [sale({ state: 'draft', opensAt: null })];
    const el = await make({ sales: draft });
    expect(all(el, 'card')).to.have.length(0);
    expect(one(el, 'empty').hidden).to.be.false;
    await expect(el).to.be.accessible();
    await saysOwnWordsWhileEmpty('qun-flash-sale', { sales: draft }, { sales: [sale()] });
  });

  it('shows only the sale, product or combination it is asked for', async () => {
    const el = await make({
      sales: [sale(), sale({ id: 't', variantId: 'red' }), sale({ id: 'u', productId: 'q' })],
    });
    const shown = async (props: Partial<QunFlashSale>) => {
      Object.assign(el, { sale: undefined, product: undefined, variant: undefined }, props);
      await el.updateComplete;
      return all(el, 'card').map(({ dataset }) => dataset.id);
    };
    expect(await shown({})).to.deep.equal(['s', 't', 'u']);
    expect(await shown({ sale: 't' })).to.deep.equal(['t']);
    expect(await shown({ product: 'p' })).to.deep.equal(['s', 't']);
    expect(await shown({ product: 'p', variant: 'blue' })).to.deep.equal(['s']);
  });

  it('counts down to its opening, opens, counts down to its end, and is over', async () => {
    const clock = new Clock();
    const el = await make({ clock, sales: [sale({ opensAt: NOW + 135_000, closesAt: NOW + 4 * HOUR })] });
    const at = async (time: number) => {
      clock.time = time;
      el.requestUpdate();
      await el.updateComplete;
      return said(one(el, 'head'));
    };
    expect(await at(NOW)).to.equal('Flash sale Opens in 02:15');
    expect(all(el, 'button')).to.have.length(0);
    await expect(el).to.be.accessible();
    expect(await at(NOW + 135_000)).to.match(/^Flash sale Until \d\d:\d\d$/);
    expect(label(el)).to.equal('Grab it');
    expect(await at(NOW + 3.5 * HOUR)).to.equal('Flash sale Ends in 30:00');
    expect(await at(NOW + 4 * HOUR)).to.equal('Flash sale');
    expect(label(el)).to.equal('Ended');
  });

  it('reserves once however often it is tapped, and leads to pay with what is kept', async () => {
    const clock = new Clock();
    const el = await make({ clock });
    let answer!: (value: unknown) => void;
    const asked = reserving(el, () => new Promise(resolve => (answer = resolve)));
    const told = oneEvent<QunReservedEvent>(el, 'qun-reserved');
    for (let time = 0; time < 20; time += 1) one(el, 'button').click();
    await el.updateComplete;
    expect(label(el)).to.equal('Grabbing…');
    one(el, 'button').click();
    answer(held());
    expect((await told).reservation.id).to.equal('r-1');
    expect(asked.map(({ quantity, variantId, wait }) => [quantity, variantId, wait])).to.deep.equal([
      [1, undefined, false],
    ]);
    await waitUntil(() => announced(el) === 'It is yours: Spring tea. Pay within 05:00.');
    expect(said(one(el, 'head'))).to.equal('Flash sale Kept for you 05:00');
    await expect(el).to.be.accessible();
    let paid: QunBuyNowEvent | undefined;
    el.addEventListener('qun-buy-now', event => (paid = event).respondWith(true));
    one(el, 'button').click();
    expect(paid).to.include({ reservation: 'r-1', quantity: 1 });
    expect(paid!.price).to.deep.equal(sale().price);
    expect(paid!.url).to.equal(new URL('/tea?qun-reservation=r-1', document.baseURI).href);
    clock.time += 300_000;
    el.requestUpdate();
    await el.updateComplete;
    expect(said(one(el, 'note'))).to.equal('Your time to pay ran out, and it went back.');
    expect(label(el)).to.equal('Grab it');
  });

  it('says why the shop will not take the order, and keeps what is kept', async () => {
    const el = await make();
    reserving(el, () => held());
    await tap(el);
    el.addEventListener('qun-buy-now', event =>
      event.respondWith({ no: 'other', text: 'Closed on Mondays' }),
    );
    one(el, 'button').click();
    await waitUntil(() => said(one(el, 'note')) === 'Closed on Mondays');
    expect(label(el)).to.equal('Pay now');
  });

  it('gives back what is not wanted, once the page says so', async () => {
    const el = await make();
    reserving(el, () => held());
    await tap(el);
    let answer: unknown = Promise.reject(new Error('down'));
    el.addEventListener('qun-release', event => event.respondWith(answer));
    one(el, 'back').click();
    await waitUntil(() => announced(el).includes('went wrong'));
    expect(label(el)).to.equal('Pay now');
    answer = undefined;
    one(el, 'back').click();
    await waitUntil(() => announced(el) === 'Given back');
    expect(label(el)).to.equal('Grab it');
  });

  it('offers a place in the line when all is taken, and shows who is before', async () => {
    const taken = figures({ left: 0, held: 17 });
    const el = await make({ figures: { s: taken } });
    const asked = reserving(el, () => ({
      result: 'waiting',
      wait: { saleId: 's', quantity: 1, ticket: 9, ahead: 4 },
    }));
    expect([label(el), said(one(el, 'note'))]).to.deep.equal([
      'Join the line',
      'All are reserved. What is not paid for goes to the line.',
    ]);
    await expect(el).to.be.accessible();
    await tap(el);
    expect(asked.map(({ wait }) => wait)).to.deep.equal([true]);
    expect([label(el), announced(el)]).to.deep.equal(['In line', '4 before you in line']);
    el.figures = { s: { ...taken, served: 8 } };
    await el.updateComplete;
    expect(said(one(el, 'note'))).to.equal('You are next in line');
    await expect(el).to.be.accessible();
    el.addEventListener('qun-release', event => event.respondWith(undefined));
    one(el, 'back').click();
    await waitUntil(() => label(el) === 'Join the line');
  });

  it('asks for as many as one may have', async () => {
    const el = await make({ sales: [sale({ perViewer: 3 })] });
    const asked = reserving(el, () => ({ result: 'limit', limit: 3, had: 2 }));
    const [less, more] = [...one(el, 'quantity').querySelectorAll('button')] as HTMLElement[];
    less!.click();
    for (let time = 0; time < 5; time += 1) {
      more!.click();
      await el.updateComplete;
    }
    expect(said(one(el, 'quantity').querySelector('b')!)).to.equal('3');
    await tap(el);
    expect(asked.map(({ quantity }) => quantity)).to.deep.equal([3]);
    expect(announced(el)).to.equal('You can have 1 more. Choose fewer.');
    await expect(el).to.be.accessible();
  });

  const refusals: [string, unknown, string, string][] = [
    ['gone', { result: 'sold-out' }, 'All gone', 'All gone'],
    ['over', { result: 'expired' }, 'Ended', 'Ended'],
    [
      'more than one may have',
      { result: 'limit', limit: 1, had: 1 },
      'Grab it',
      'You have all 1 that one guest may have.',
    ],
    [
      'for those who watch',
      { result: 'ineligible', needs: { kind: 'watch', seconds: 45 } },
      'Grab it',
      'Keep watching: 00:45 to go',
    ],
    [
      'for those who comment',
      { result: 'ineligible', needs: { kind: 'comment' } },
      'Comment',
      'Leave a comment to grab it',
    ],
    ['for members', { result: 'sign-in' }, 'Sign in', 'Sign in to grab it'],
    ['not an answer', { result: 'held' }, 'Try again', 'That did not work. Reload the page and try again.'],
  ];
  for (const [what, answer, button, words] of refusals) {
    it(`says the reason when it is ${what}`, async () => {
      const el = await make();
      reserving(el, () => answer);
      await tap(el);
      expect([label(el), announced(el)]).to.deep.equal([button, words]);
      await expect(el).to.be.accessible();
    });
  }

  it('lets the page see to a condition, and asks again when it is met', async () => {
    const el = await make();
    const asked = reserving(el, count =>
      count === 1 ? { result: 'ineligible', needs: { kind: 'follow' } } : held(),
    );
    await tap(el);
    expect([label(el), said(one(el, 'note'))]).to.deep.equal(['Follow', 'For those who follow the shop']);
    let answer: unknown = false;
    el.addEventListener('qun-meet-condition', event => {
      expect(event.condition.kind).to.equal('follow');
      event.respondWith(answer);
    });
    one(el, 'button').click();
    await el.updateComplete;
    expect(asked).to.have.length(1);
    answer = true;
    one(el, 'button').click();
    await waitUntil(() => label(el) === 'Pay now');
    expect(asked).to.have.length(2);
  });

  it('asks the page to sign the viewer in, and otherwise tries again', async () => {
    const el = await make();
    const asked = reserving(el, count => (count === 1 ? { result: 'sign-in' } : held()));
    await tap(el);
    const prevent = (event: Event) => event.preventDefault();
    el.addEventListener('qun-sign-in', prevent);
    one(el, 'button').click();
    expect(asked).to.have.length(1);
    el.removeEventListener('qun-sign-in', prevent);
    one(el, 'button').click();
    await waitUntil(() => label(el) === 'Pay now');
  });

  it('leads to choose where a combination has to be chosen, and asks for the one chosen', async () => {
    const choice = product({ variants: [{ id: 'red', choice: { color: 'red' } }] });
    const el = await make({ products: [choice] });
    const opened: string[] = [];
    el.addEventListener('qun-open-product', event => {
      opened.push(event.product.id);
      event.preventDefault();
    });
    expect(label(el)).to.equal('Choose yours');
    one(el, 'button').click();
    expect(opened).to.deep.equal(['p']);
    el.variant = 'red';
    await el.updateComplete;
    const asked = reserving(el, () => held({ variantId: 'red' }));
    await tap(el);
    expect(asked.map(({ variantId }) => variantId)).to.deep.equal(['red']);
    let paid: QunBuyNowEvent | undefined;
    el.addEventListener('qun-buy-now', event => (paid = event).respondWith(true));
    one(el, 'button').click();
    expect(paid!.variant?.id).to.equal('red');
  });

  it('does nothing more when the page only prevents the wish', async () => {
    const el = await make();
    let asked = 0;
    el.addEventListener('qun-reserve', event => {
      asked += 1;
      event.preventDefault();
    });
    for (let time = 0; time < 2; time += 1) {
      one(el, 'button').click();
      await el.updateComplete;
    }
    expect([asked, label(el)]).to.deep.equal([2, 'Grab it']);
  });

  it('says what happened when nobody can be asked', async () => {
    const el = await make();
    const failed = oneEvent<QunErrorEvent>(el, 'qun-error');
    await tap(el);
    expect((await failed).error.code).to.equal('no-room');
    expect(label(el)).to.equal('Try again');
  });

  it('shows what has been ordered, and offers the rest of what one may have', async () => {
    const el = await make({ sales: [sale({ perViewer: 2 })] });
    reserving(el, () => ({ result: 'already', reservation: reservation({ until: null }) }));
    await tap(el);
    expect(said(one(el, 'stamp'))).to.equal('Ordered');
    expect(label(el)).to.equal('One more');
    await expect(el).to.be.accessible();
  });
});
