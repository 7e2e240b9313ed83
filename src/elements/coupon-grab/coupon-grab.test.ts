import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { answering, Clock, coupon, HOUR, NOW, won } from '../../../test/fixtures/coupons.js';
import { ticksWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { saysOwnWordsWhileEmpty } from '../../../test/fixtures/own-empty-words.js';
import '../../define/qun-coupon-grab.js';
import '../../define/qun-room.js';
import type { QunCouponClaimedEvent } from '../../events/qun-coupon-claimed-event.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunCouponGrab } from './coupon-grab.js';

const make = (props: Partial<QunCouponGrab>, lang = 'en') =>
  fixture<QunCouponGrab>(
    html`<qun-coupon-grab
      lang=${lang}
      .coupons=${props.coupons ?? [coupon()]}
      .clock=${props.clock ?? new Clock()}
      .left=${props.left}
      .view=${props.view ?? 'card'}
    ></qun-coupon-grab>`,
  );

const all = (el: QunCouponGrab, part: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${part}"]`),
];
const one = (el: QunCouponGrab, part: string) => all(el, part)[0]!;
const said = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const announced = (el: QunCouponGrab) => said(el.shadowRoot!.querySelector('[role=status]')!);
/** The part that has the focus. Elements themselves are never compared: a failing assertion would print them for minutes. */
const focused = (el: QunCouponGrab) => el.shadowRoot!.activeElement?.getAttribute('part');
const label = (el: QunCouponGrab) => said(one(el, 'button'));

/** Taps, and waits until the answer is on the screen. */
async function tap(el: QunCouponGrab): Promise<void> {
  one(el, 'button').click();
  await waitUntil(() => announced(el) !== '', 'something comes of it');
  await el.updateComplete;
}

describe('qun-coupon-grab', () => {
  it('shows what it is worth, the minimum, what is left, and a way to claim', async () => {
    const el = await make({ left: { c: 300 } });
    expect(said(one(el, 'ticket'))).to.equal('¥20 off Min. spend ¥99 Spring tea 300 of 1,200 left Claim');
    const { width } = el.shadowRoot!.querySelector('.rest')!.getBoundingClientRect();
    expect(width).to.be.closeTo(el.shadowRoot!.querySelector('.bar')!.clientWidth / 4, 1);
    await expect(el).to.be.accessible();
  });

  it('speaks Chinese, in the way discounts are counted there, and follows a change of language', async () => {
    const value = { kind: 'percent', percentOff: 15 } as const;
    const el = await make({ coupons: [coupon({ value, minSpend: undefined })], left: { c: 5 } }, 'zh-CN');
    expect(said(one(el, 'ticket'))).to.equal('8.5折 无门槛 春茶见面礼 剩 5/1,200 张 抢券');
    el.lang = 'en';
    await waitUntil(() => said(one(el, 'value')) === '15% off');
  });

  it('never makes up how many are left', async () => {
    const el = await make({});
    expect(said(one(el, 'ticket'))).to.contain('1,200 in all');
    expect(el.shadowRoot!.querySelector('.bar') === null).to.be.true;
  });

  it('does not show what the host has not sent, and invites in words the page may replace', async () => {
    const draft = [coupon({ state: 'draft', opensAt: null })];
    const el = await make({ coupons: draft });
    expect(all(el, 'ticket')).to.have.length(0);
    expect(one(el, 'empty').hidden).to.be.false;
    await expect(el).to.be.accessible();
    await saysOwnWordsWhileEmpty('qun-coupon-grab', { coupons: draft }, { coupons: [coupon()] });
  });

  it('shows only the coupon it is asked for', async () => {
    const el = await make({ coupons: [coupon(), coupon({ id: 'd' })] });
    expect(all(el, 'ticket')).to.have.length(2);
    el.setAttribute('coupon', 'd');
    await el.updateComplete;
    expect(all(el, 'ticket').map(ticket => ticket.dataset.id)).to.deep.equal(['d']);
  });

  it('counts down to the opening and opens at that very moment', async () => {
    const clock = new Clock();
    const delays: [number, () => void][] = [];
    const original = window.setTimeout;
    window.setTimeout = ((run: () => void, ms: number) => {
      delays.push([ms, run]);
      return original(() => {}, ms);
    }) as typeof setTimeout;
    const el = document.createElement('qun-coupon-grab');
    try {
      Object.assign(el, { lang: 'en', clock, coupons: [coupon({ opensAt: NOW + 2500 })] });
      document.body.append(el);
      await el.updateComplete;
    } finally {
      window.setTimeout = original;
    }
    expect(said(one(el, 'countdown'))).to.equal('Opens in 00:03');
    expect(all(el, 'button')).to.have.length(0);
    await expect(el).to.be.accessible();
    const wake = delays.find(([ms]) => ms === 2500);
    expect(wake, 'a timer for the opening').to.exist;
    clock.time += 2500;
    wake![1]();
    await el.updateComplete;
    expect(label(el)).to.equal('Claim');
    el.remove();
  });

  it('looks again at least once a minute, since clocks are corrected and phones sleep', async () => {
    const delays: number[] = [];
    const original = window.setTimeout;
    window.setTimeout = ((run: () => void, ms: number) => {
      delays.push(ms);
      return original(run, ms);
    }) as typeof setTimeout;
    try {
      await make({ coupons: [coupon({ closesAt: NOW + 2 ** 33 })] });
    } finally {
      window.setTimeout = original;
    }
    expect(delays).to.include(60_000);
    expect(Math.max(...delays.filter(Number.isFinite))).to.be.at.most(60_000);
  });

  it('gives the time it closes, and counts down in the last hour', async () => {
    const el = await make({ coupons: [coupon({ closesAt: NOW + 2 * HOUR })] });
    expect(said(one(el, 'note'))).to.match(/^Claim by \d\d:\d\d$/);
    el.coupons = [coupon({ closesAt: NOW + HOUR - 1000 })];
    await el.updateComplete;
    expect(said(one(el, 'note'))).to.equal('Ends in 59:59');
    el.coupons = [coupon({ closesAt: NOW })];
    await el.updateComplete;
    expect(label(el)).to.equal('Ended');
  });

  it('claims once however often it is tapped, and hands out the code', async () => {
    const use = { text: 'At checkout', url: '/checkout' };
    const el = await make({ coupons: [coupon({ use })] });
    let answer!: (value: unknown) => void;
    const asked = answering(el, () => new Promise(resolve => (answer = resolve)));
    const told = oneEvent<QunCouponClaimedEvent>(el, 'qun-coupon-claimed');
    one(el, 'button').focus();
    one(el, 'button').click();
    one(el, 'button').click();
    await el.updateComplete;
    expect(label(el)).to.equal('Claiming…');
    one(el, 'button').click();
    answer(won());
    const event = await told;
    expect(asked.map(({ id }) => id)).to.deep.equal(['c']);
    expect([event.coupon.id, event.code, event.already]).to.deep.equal(['c', 'TEA-1', false]);
    await waitUntil(() => announced(el) === 'It is yours: ¥20 off. The code is TEA-1.');
    expect(said(one(el, 'code'))).to.equal('Code TEA-1 Copy');
    expect(said(one(el, 'note'))).to.equal('At checkout');
    expect(one(el, 'use').getAttribute('href')).to.equal(new URL('/checkout', document.baseURI).href);
    expect(focused(el), 'the focus goes on').to.equal('code');
    await expect(el).to.be.accessible();
  });

  it('copies the code by a tap, or says how to do it by hand', async () => {
    const el = await make({});
    answering(el, () => won());
    await tap(el);
    const written: string[] = [];
    const clipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    clipboard(text => Promise.resolve(void written.push(text)));
    one(el, 'code').click();
    await waitUntil(() => said(one(el, 'code')) === 'Code TEA-1 Copied');
    expect(written).to.deep.equal(['TEA-1']);
    expect(announced(el)).to.equal('Copied');
    clipboard(() => Promise.reject(new Error('refused')));
    const { execCommand } = document;
    document.execCommand = () => false;
    one(el, 'code').click();
    await waitUntil(() => announced(el) === 'Press and hold the code to copy it.');
    document.execCommand = execCommand;
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('does nothing more when the page only prevents the claim', async () => {
    const el = await make({});
    let asked = 0;
    el.addEventListener('qun-claim-coupon', event => {
      asked += 1;
      event.preventDefault();
    });
    one(el, 'button').click();
    await el.updateComplete;
    one(el, 'button').click();
    await el.updateComplete;
    expect(asked).to.equal(2);
    expect(label(el)).to.equal('Claim');
  });

  it('says what happened when nobody can be asked, and lets the viewer try again', async () => {
    const el = await make({});
    const failed = oneEvent<QunErrorEvent>(el, 'qun-error');
    await tap(el);
    expect((await failed).error.code).to.equal('no-room');
    expect(label(el)).to.equal('Try again');
    answering(el, count => (count === 1 ? Promise.reject(new Error('down')) : won('already')));
    await tap(el);
    expect(said(one(el, 'note'))).to.match(/went wrong/);
    await expect(el).to.be.accessible();
    await tap(el);
    await waitUntil(() => all(el, 'stamp').length === 1);
    expect(said(one(el, 'stamp'))).to.equal('Yours already');
  });

  it('does not believe an answer that is none', async () => {
    const el = await make({});
    answering(el, () => ({ result: 'won' }));
    await tap(el);
    expect(label(el)).to.equal('Try again');
  });

  const refusals: [string, unknown, string, string][] = [
    ['sold out', { result: 'sold-out' }, 'All gone', 'All gone'],
    ['over', { result: 'expired' }, 'Ended', 'Ended'],
    [
      'for those who comment',
      { result: 'ineligible', needs: { kind: 'comment' } },
      'Claim',
      'Leave a comment to claim',
    ],
    [
      'for those who watch',
      { result: 'ineligible', needs: { kind: 'watch', seconds: 45 } },
      'Claim',
      'Keep watching: 00:45 to go',
    ],
    ['for members', { result: 'sign-in' }, 'Sign in', 'Sign in to claim'],
  ];
  for (const [what, answer, button, words] of refusals) {
    it(`says the reason when it is ${what}`, async () => {
      const el = await make({});
      answering(el, () => answer);
      await tap(el);
      expect([label(el), announced(el)]).to.deep.equal([button, words]);
      await expect(el).to.be.accessible();
    });
  }

  it('opens by itself once enough has been watched', async () => {
    const clock = new Clock();
    const el = await make({ clock });
    const asked = answering(el, () => ({ result: 'ineligible', needs: { kind: 'watch', seconds: 45 } }));
    await tap(el);
    one(el, 'button').click();
    expect(asked, 'not yet').to.have.length(1);
    clock.time += 45_000;
    el.requestUpdate();
    await el.updateComplete;
    one(el, 'button').click();
    expect(asked).to.have.length(2);
  });

  it('asks the page to sign the viewer in, and otherwise tries again', async () => {
    const el = await make({});
    const asked = answering(el, count => (count === 1 ? { result: 'sign-in' } : won()));
    await tap(el);
    const prevent = (event: Event) => event.preventDefault();
    el.addEventListener('qun-sign-in', prevent);
    one(el, 'button').click();
    expect(asked).to.have.length(1);
    el.removeEventListener('qun-sign-in', prevent);
    one(el, 'button').click();
    await oneEvent(el, 'qun-coupon-claimed');
    expect(asked).to.have.length(2);
  });

  it('tells once when the last one has gone, and nothing of those that were gone before', async () => {
    const el = await make({ coupons: [coupon(), coupon({ id: 'old', soldOut: true })] });
    const told: string[] = [];
    el.addEventListener('qun-coupon-sold-out', event => told.push(event.coupon.id));
    el.coupons = [coupon({ soldOut: true }), coupon({ id: 'old', soldOut: true })];
    await el.updateComplete;
    el.requestUpdate();
    await el.updateComplete;
    expect(told).to.deep.equal(['c']);
    expect(label(el)).to.equal('All gone');
  });

  it('lets its room claim, counts what the room counts, and shows what the viewer holds', async () => {
    const transport = new FakeTransport();
    const place = await fixture(html`
      <div lang="en">
        <qun-room id="shop" .transport=${transport}><qun-coupon-grab></qun-coupon-grab></qun-room>
        <qun-coupon-grab room="shop"></qun-coupon-grab>
      </div>
    `);
    const [el, other] = [...place.querySelectorAll('qun-coupon-grab')] as [QunCouponGrab, QunCouponGrab];
    transport.snapshot({ coupons: [coupon({ use: { text: 'x', url: '/use' } })] }, { left: { c: 9 } });
    await el.updateComplete;
    expect(said(one(el, 'stock'))).to.equal('9 of 1,200 left');
    transport.tick({ left: { c: 8 } });
    await el.updateComplete;
    expect(said(one(el, 'stock'))).to.equal('8 of 1,200 left');
    transport.answer = () => won();
    one(el, 'button').click();
    one(el, 'button').click();
    await oneEvent(el, 'qun-coupon-claimed');
    expect(transport.sent.map(({ command }) => command)).to.deep.equal([
      { type: 'coupon.claim', couponId: 'c' },
    ]);
    await waitUntil(() => all(other, 'code').length === 1, 'the other element knows');
    expect(one(other, 'use').getAttribute('href')).to.equal('https://live.shop.example/use');
  });

  it("runs on the room's clock, so that a phone that is an hour wrong behaves like any other", async () => {
    const transport = new FakeTransport();
    const opensAt = Date.now() + HOUR;
    const room = await fixture(
      html`<qun-room .transport=${transport}><qun-coupon-grab lang="en"></qun-coupon-grab></qun-room>`,
    );
    const el = room.querySelector('qun-coupon-grab')!;
    transport.snapshot({ coupons: [coupon({ opensAt })] });
    await el.updateComplete;
    expect(all(el, 'button')).to.have.length(0);
    transport.clock!.sample(opensAt, Date.now(), Date.now());
    transport.tick();
    el.requestUpdate();
    await el.updateComplete;
    expect(label(el)).to.equal('Claim');
  });

  it('forgets what was heard in another room', async () => {
    const [one1, two] = [new FakeTransport(), new FakeTransport()];
    const place = await fixture(html`
      <div lang="en">
        <qun-room id="r1" .transport=${one1}></qun-room><qun-room id="r2" .transport=${two}></qun-room>
        <qun-coupon-grab room="r1"></qun-coupon-grab>
      </div>
    `);
    const el = place.querySelector('qun-coupon-grab')!;
    for (const transport of [one1, two]) transport.snapshot({ coupons: [coupon()] });
    await el.updateComplete;
    answering(el, () => ({ result: 'sold-out' }));
    await tap(el);
    el.room = 'r2';
    await waitUntil(() => label(el) === 'Claim');
  });

  it('honours properties that were set before the element was known', async () => {
    class LateCoupon extends customElements.get('qun-coupon-grab')! {}
    const el = document.createElement('late-coupon') as QunCouponGrab;
    Object.assign(el, { coupons: [coupon()], clock: new Clock(), lang: 'en' });
    document.body.append(el);
    customElements.define('late-coupon', LateCoupon);
    await el.updateComplete;
    expect(label(el)).to.equal('Claim');
    el.remove();
  });

  it('comes and goes a hundred times and leaves no timer, whatever answers still arrive', async () => {
    const transport = new FakeTransport();
    await ticksWhileThere(
      'qun-coupon-grab',
      transport,
      { coupons: [coupon({ opensAt: Date.now() + HOUR })] },
      () => transport.control('coupon.sold-out', { couponId: 'c' }),
    );
  });
});
