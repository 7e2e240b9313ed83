import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { answering, Clock, coupon, NOW, won } from '../../../test/fixtures/coupons.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { until } from '../../../test/fixtures/patience.js';
import { product } from '../../../test/fixtures/sales.js';
import { sha256 } from '../../core/sha256.js';
import '../../define/qun-coupon-grab.js';
import '../../define/qun-room.js';
import { QunError, type Coupon } from '../../protocol/index.js';
import { remindedOf } from '../../stores/reminded.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunCouponGrab } from './coupon-grab.js';
import { couponMore } from './more-part.js';

const SEED = 'ab12';
const draw = (more: Partial<Coupon> = {}): Coupon =>
  coupon({ mode: 'draw', total: 20, closesAt: NOW + 45_000, commit: sha256(SEED), ...more });
const drawn = (cutoff: string, more: Partial<Coupon> = {}): Coupon =>
  draw({ state: 'stopped', drawn: { seed: SEED, entries: 1234, cutoff }, ...more });

async function make(props: Partial<QunCouponGrab>, lang = 'en'): Promise<QunCouponGrab> {
  await couponMore.come();
  return fixture<QunCouponGrab>(
    html`<qun-coupon-grab
      lang=${lang}
      .coupons=${props.coupons}
      .products=${props.products}
      .clock=${props.clock ?? new Clock()}
      .viewerId=${props.viewerId ?? 'me'}
      .view=${props.view ?? 'card'}
    ></qun-coupon-grab>`,
  );
}
const all = (el: QunCouponGrab, part: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${part}"]`),
];
const one = (el: QunCouponGrab, part: string) => all(el, part)[0]!;
const said = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const label = (el: QunCouponGrab) => said(one(el, 'button'));
const announced = (el: QunCouponGrab) => said(el.shadowRoot!.querySelector('[role=status]')!);
async function tap(el: QunCouponGrab): Promise<void> {
  one(el, 'button').click();
  await until(() => announced(el) !== '');
  await el.updateComplete;
}

describe('a coupon that is drawn', () => {
  it('is entered once, counted down to its drawing, and won or not as this page works out', async () => {
    const clock = new Clock();
    const el = await make({ coupons: [draw()], clock });
    const asked = answering(el, count =>
      count === 1 ? { result: 'entered', drawsAt: NOW + 45_000 } : won('already'),
    );
    expect([label(el), said(one(el, 'note'))]).to.deep.equal(['Take part', '20 will win · Drawn in 00:45']);
    await expect(el).to.be.accessible();
    await tap(el);
    expect([label(el), announced(el)]).to.deep.equal(['You are in', 'You are in']);
    one(el, 'button').click();
    expect(asked).to.have.length(1);
    clock.time += 45_000;
    el.requestUpdate();
    await el.updateComplete;
    expect(label(el)).to.equal('Drawing…');
    const number = sha256(`${SEED}:me`);
    el.coupons = [drawn('0'.repeat(64))];
    await el.updateComplete;
    expect(label(el)).to.equal('Not this time');
    await expect(el).to.be.accessible();
    el.coupons = [drawn(number)];
    await el.updateComplete;
    expect(label(el)).to.equal('Get the code');
    await tap(el);
    expect(asked).to.have.length(2);
    expect([said(one(el, 'stamp')), said(one(el, 'code'))]).to.deep.equal(['You won!', 'Code TEA-1 Copy']);
  });

  it('shows all that is needed to work it out again, and whether the seed is the one fixed before', async () => {
    const el = await make({ coupons: [drawn('f'.repeat(64))] });
    expect(label(el)).to.equal('Drawn');
    expect(said(one(el, 'note'))).to.equal('Drawn among 1,234');
    const proof = one(el, 'proof');
    (proof as HTMLDetailsElement).open = true;
    expect(said(proof))
      .to.contain(sha256(`${SEED}:me`))
      .and.contain(sha256(SEED))
      .and.contain('Checked');
    await expect(el).to.be.accessible();
    el.coupons = [drawn('f'.repeat(64), { commit: sha256('another') })];
    await el.updateComplete;
    expect(said(one(el, 'proof'))).to.contain('Ask the shop');
  });

  it('speaks Chinese', async () => {
    const el = await make({ coupons: [draw({ closesAt: null })] }, 'zh-CN');
    expect([label(el), said(one(el, 'note'))]).to.deep.equal(['参与抽奖', '抽 20 位 · 由主播开奖']);
    await expect(el).to.be.accessible();
  });
});

describe('a coupon with terms', () => {
  it('lets the page see to a condition and claims once it is met', async () => {
    const el = await make({ coupons: [coupon({ conditions: [{ kind: 'follow' }] })] });
    const asked = answering(el, count =>
      count === 1 ? { result: 'ineligible', needs: { kind: 'follow' } } : won(),
    );
    await tap(el);
    expect(label(el)).to.equal('Follow');
    let answer: unknown = Promise.reject(new Error('closed'));
    const kinds: string[] = [];
    el.addEventListener('qun-meet-condition', event => {
      kinds.push(event.condition.kind);
      event.respondWith(answer);
    });
    one(el, 'button').click();
    await new Promise(resolve => setTimeout(resolve));
    expect(asked).to.have.length(1);
    answer = undefined;
    one(el, 'button').click();
    await until(() => all(el, 'code').length === 1);
    expect(kinds).to.deep.equal(['follow', 'follow']);
  });

  it('has the room reserve its show where no page does, and claims', async () => {
    await couponMore.come();
    const transport = new FakeTransport();
    const conditions = [{ kind: 'reserve' as const }];
    const place = await fixture(html`
      <qun-room lang="en" .transport=${transport}><qun-coupon-grab></qun-coupon-grab></qun-room>
    `);
    const el = place.querySelector('qun-coupon-grab')!;
    await until(() => transport.open > 0);
    transport.at = Date.now();
    transport.snapshot({ coupons: [coupon({ opensAt: Date.now() - 9000, conditions })] });
    let reserved = false;
    let down = true;
    transport.answer = command => {
      if (command.type !== 'reminder.set')
        return reserved ? won() : { result: 'ineligible', needs: conditions[0] };
      if (down) throw new QunError('overloaded');
      return { reserved: (reserved = command.on) };
    };
    const asked = () => transport.sent.map(({ command }) => command.type);
    await until(() => one(el, 'button'));
    await tap(el);
    await until(() => label(el) === 'Reserve');
    const errors: string[] = [];
    place.addEventListener('qun-error', event => errors.push((event as QunErrorEvent).error.code));
    el.addEventListener('qun-meet-condition', event => event.preventDefault(), { once: true });
    one(el, 'button').click();
    expect(asked(), 'the page sees to it').to.deep.equal(['coupon.claim']);
    one(el, 'button').click();
    await until(() => errors.length > 0 && asked().length === 3 && label(el) === 'Reserve');
    expect(errors).to.deep.equal(['overloaded']);
    down = false;
    one(el, 'button').click();
    await until(() => all(el, 'code').length === 1);
    expect(asked().slice(3)).to.deep.equal(['reminder.set', 'coupon.claim']);
    expect(remindedOf(el.roomStore!).get(), 'whoever shows it knows').to.equal(true);
  });

  it('says on which products it saves how much, and opens them', async () => {
    const el = await make({
      coupons: [coupon({ productIds: ['p', 'cheap', 'gone'] })],
      products: [
        product(),
        product({
          id: 'cheap',
          title: 'Cup',
          price: { kind: 'fixed', amount: { minor: 900, currency: 'CNY' } },
        }),
        product({ id: 'other' }),
      ],
    });
    expect(all(el, 'product').map(said)).to.deep.equal(['Spring tea ¥20 off, ¥109 then', 'Cup']);
    await expect(el).to.be.accessible();
    const opened: string[] = [];
    el.addEventListener('qun-open-product', event => {
      opened.push(event.product.id);
      event.preventDefault();
    });
    one(el, 'product').click();
    expect(opened).to.deep.equal(['p']);
  });

  it('says how long it will be open', async () => {
    const conditions = [{ kind: 'follow' } as const];
    const el = await make({
      coupons: [coupon({ conditions, opensAt: NOW + 9000, expires: { kind: 'after', minutes: 5 } })],
    });
    const note = async (more: Partial<Coupon>) => {
      el.coupons = [coupon({ conditions, ...more })];
      await el.updateComplete;
      return said(one(el, 'note'));
    };
    expect(said(one(el, 'note'))).to.equal('Follow the shop to claim · Open for 05:00');
    expect(await note({})).to.equal('Follow the shop to claim · While they last');
    expect(await note({ expires: { kind: 'stopped' } })).to.equal(
      'Follow the shop to claim · Until the host closes it',
    );
    expect(await note({ closesAt: NOW + 60_000 })).to.equal('Ends in 01:00');
  });
});

describe('the coupons of a viewer', () => {
  it('are a list of their own, also after a reload', async () => {
    const transport = new FakeTransport();
    const claims = [{ couponId: 'mine', code: 'TEA-9', at: 1 }];
    transport.session = { ...transport.session, claims, entered: ['draw'] };
    const room = await fixture(
      html`<qun-room lang="en" .transport=${transport}
        ><qun-coupon-grab view="list"></qun-coupon-grab
      ></qun-room>`,
    );
    const el = room.querySelector('qun-coupon-grab')!;
    await el.updateComplete;
    expect(one(el, 'empty').hidden).to.be.false;
    const now = Date.now();
    transport.clock!.sample(now, now, now);
    transport.snapshot({
      coupons: [
        coupon({ id: 'other', opensAt: 1 }),
        coupon({ id: 'mine', state: 'stopped' }),
        draw({ id: 'draw', opensAt: 1, closesAt: now + 60_000 }),
      ],
    });
    await until(() => all(el, 'ticket').length === 2);
    expect(all(el, 'ticket').map(({ dataset }) => dataset.id)).to.deep.equal(['mine', 'draw']);
    await expect(el).to.be.accessible();
  });

  it('are waited for in the rush of an opening, in honest words, and no tap is lost', async () => {
    await couponMore.come();
    const transport = new FakeTransport();
    const room = await fixture(
      html`<qun-room lang="en" .transport=${transport}><qun-coupon-grab></qun-coupon-grab></qun-room>`,
    );
    const el = room.querySelector('qun-coupon-grab')!;
    await el.updateComplete;
    const now = Date.now();
    transport.clock!.sample(now, now, now);
    transport.snapshot({ coupons: [coupon({ opensAt: now, spreadMs: 60_000 })] });
    await until(() => all(el, 'button').length === 1);
    transport.answer = () => won();
    const { random } = Math;
    const { setTimeout: original } = window;
    const waiting: [number, () => void][] = [];
    Math.random = () => 0.5;
    window.setTimeout = ((act: () => void, ms = 0) => {
      waiting.push([ms, act]);
      return original(() => {}, 0);
    }) as typeof setTimeout;
    try {
      one(el, 'button').click();
      one(el, 'button').click();
      await el.updateComplete;
    } finally {
      window.setTimeout = original;
      Math.random = random;
    }
    expect([label(el), said(one(el, 'note'))]).to.deep.equal([
      'In line…',
      'Many tapped at once. Your turn comes in a moment.',
    ]);
    expect(transport.sent).to.have.length(0);
    waiting.find(([ms]) => ms === 30_000)![1]();
    await waitUntil(() => all(el, 'code').length === 1);
    expect(transport.sent).to.have.length(1);
  });
});
