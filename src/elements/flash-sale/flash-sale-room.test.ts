import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { Clock, HOUR, NOW } from '../../../test/fixtures/coupons.js';
import { ticksWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { all, announced, label, make, one, said } from '../../../test/fixtures/flash-sale-harness.js';
import { figures, held, product, reservation, sale } from '../../../test/fixtures/sales.js';
import '../../define/qun-room.js';
import type { QunReservedEvent } from '../../events/qun-reserved-event.js';
import type { QunFlashSale } from './flash-sale.js';

/** Timers are the test's: `run()` lets those go that were to wait `ms`. */
function holdTimers() {
  const original = window.setTimeout;
  const waiting: [number, () => void][] = [];
  window.setTimeout = ((act: () => void, ms = 0) => {
    waiting.push([ms, act]);
    return original(() => {}, 1e6);
  }) as typeof setTimeout;
  return {
    waiting,
    release: () => (window.setTimeout = original),
  };
}

async function inRoom(lang = 'en') {
  const transport = new FakeTransport();
  const place = await fixture(html`
    <div lang=${lang}>
      <qun-room id="shop" .transport=${transport}><qun-flash-sale></qun-flash-sale></qun-room>
      <qun-flash-sale room="shop" view="line"></qun-flash-sale>
    </div>
  `);
  const [el, other] = [...place.querySelectorAll('qun-flash-sale')] as [QunFlashSale, QunFlashSale];
  await el.updateComplete;
  transport.at = Date.now();
  const show = async (more: Parameters<typeof sale>[0] = {}) => {
    const opensAt = Date.now() - 60_000;
    transport.snapshot({ sales: [sale({ opensAt, ...more })], products: [product()] });
    transport.tick({ sales: { s: figures() } });
    await el.updateComplete;
    await other.updateComplete;
  };
  return { transport, el, other, show };
}
const soon = () => Date.now() + 300_000;

describe('qun-flash-sale in a room', () => {
  it('lets its room keep pieces, counts what the room counts, and every other place knows', async () => {
    const { transport, el, other, show } = await inRoom();
    await show();
    transport.tick({ sales: { s: figures({ left: 11, held: 6 }) } });
    await el.updateComplete;
    expect(said(one(el, 'stock'))).to.equal('11 of 100 left 6 being paid for');
    transport.answer = () => held({ until: soon() });
    const told: string[] = [];
    document.addEventListener('qun-reserved', event => told.push((event as QunReservedEvent).reservation.id));
    one(el, 'button').click();
    one(el, 'button').click();
    await oneEvent(el, 'qun-reserved');
    expect(transport.sent.map(({ command }) => command)).to.deep.equal([
      { type: 'sale.reserve', saleId: 's', quantity: 1 },
    ]);
    await waitUntil(() => label(other) === 'Pay now', 'the other element knows');
    expect(told, 'told by the one that was tapped').to.deep.equal(['r-1']);
    await expect(other).to.be.accessible();
  });

  it('has its room reserve the show where the sale is for those who have', async () => {
    const { transport, el, show } = await inRoom();
    await show({ conditions: [{ kind: 'reserve' }] });
    let reserved = false;
    transport.answer = command => {
      if (command.type === 'reminder.set') return { reserved: (reserved = command.on) };
      return reserved ? held({ until: soon() }) : { result: 'ineligible', needs: { kind: 'reserve' } };
    };
    one(el, 'button').click();
    await waitUntil(() => label(el) === 'Reserve');
    one(el, 'button').click();
    await waitUntil(() => label(el) === 'Pay now');
    expect(transport.sent.map(({ command }) => command.type)).to.deep.equal([
      ...['sale.reserve', 'reminder.set', 'sale.reserve'],
    ]);
  });

  it('is told when the turn has come', async () => {
    const { transport, el, show } = await inRoom();
    await show();
    const taken = figures({ left: 0, held: 17 });
    transport.tick({ sales: { s: taken } });
    await el.updateComplete;
    transport.answer = () => ({
      result: 'waiting',
      wait: { saleId: 's', quantity: 1, ticket: 9, ahead: 4 },
    });
    one(el, 'button').click();
    await waitUntil(() => announced(el) === '4 before you in line');
    transport.answer = () => held({ until: soon() });
    const told = oneEvent<QunReservedEvent>(el, 'qun-reserved');
    transport.tick({ sales: { s: { ...taken, served: 9 } } });
    expect((await told).reservation.id).to.equal('r-1');
    await waitUntil(() => announced(el).startsWith('It is yours: Spring tea.'));
  });

  it('shows after a reload what is kept and what has been ordered', async () => {
    const { transport, el, show } = await inRoom();
    transport.joined({ ...transport.session, reservations: [reservation({ until: null })] });
    await show();
    await waitUntil(() => all(el, 'stamp').length === 1);
  });

  it('stands in line for a random moment of the rush, says so, and nothing tapped is lost', async () => {
    const { transport, el, show } = await inRoom();
    await show({ opensAt: Date.now(), spreadMs: 60_000 });
    const { random } = Math;
    Math.random = () => 0.5;
    transport.answer = () => held({ until: soon() });
    const timers = holdTimers();
    try {
      one(el, 'button').click();
      await el.updateComplete;
    } finally {
      timers.release();
      Math.random = random;
    }
    expect([label(el), said(one(el, 'note'))]).to.deep.equal([
      'In line…',
      'Many tapped at once. Your turn comes in a moment.',
    ]);
    expect(transport.sent).to.have.length(0);
    one(el, 'button').click();
    timers.waiting.find(([ms]) => ms === 30_000)![1]();
    await waitUntil(() => label(el) === 'Pay now');
    expect(transport.sent).to.have.length(1);
  });

  it("runs on the room's clock, so that a phone that is an hour wrong behaves like any other", async () => {
    const { transport, el, show } = await inRoom();
    const opensAt = Date.now() + HOUR;
    await show({ opensAt });
    expect(all(el, 'button')).to.have.length(0);
    transport.clock!.sample(opensAt, Date.now(), Date.now());
    transport.tick();
    el.requestUpdate();
    await el.updateComplete;
    expect(label(el)).to.equal('Grab it');
  });

  it('floats the most urgent one, opens it with the focus inside, and goes when all is over', async () => {
    const el = await make({
      view: 'float',
      sales: [sale({ id: 'later', opensAt: NOW + 135_000 }), sale()],
    });
    expect(said(one(el, 'float'))).to.equal('Flash sale ¥79 Spring tea Grab it');
    await expect(el).to.be.accessible();
    one(el, 'float').focus();
    one(el, 'float').click();
    await el.updateComplete;
    expect(all(el, 'card')).to.have.length(2);
    expect(one(el, 'layer').contains(el.shadowRoot!.activeElement)).to.be.true;
    await expect(el).to.be.accessible();
    one(el, 'layer').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await el.updateComplete;
    expect(el.open).to.be.false;
    expect(el.shadowRoot!.activeElement?.getAttribute('part')).to.equal('float');
    el.sales = [sale({ opensAt: NOW + 135_000 })];
    await el.updateComplete;
    expect(said(one(el, 'float-state'))).to.equal('02:15');
    el.sales = [sale({ soldOut: true })];
    await el.updateComplete;
    expect(all(el, 'float')).to.have.length(0);
  });

  it('honours properties that were set before the element was known', async () => {
    class LateSale extends customElements.get('qun-flash-sale')! {}
    const el = document.createElement('late-sale') as QunFlashSale;
    Object.assign(el, { sales: [sale()], products: [product()], clock: new Clock(), lang: 'en' });
    document.body.append(el);
    customElements.define('late-sale', LateSale);
    await el.updateComplete;
    expect(label(el)).to.equal('Grab it');
    el.remove();
  });

  it('fits 320 px in large text, and in a line of its own', async () => {
    const el = await make({ figures: { s: figures() }, sales: [sale({ perViewer: 9 })] });
    el.style.setProperty('--qun-text-scale', '1.25');
    el.style.width = '296px';
    for (const view of ['card', 'line'] as const) {
      el.view = view;
      await el.updateComplete;
      const box = el.getBoundingClientRect();
      for (const part of ['button', 'price']) {
        const { right, left } = one(el, part).getBoundingClientRect();
        expect(right, `${view} ${part}`).to.be.at.most(box.right);
        expect(left, `${view} ${part}`).to.be.at.least(box.left);
      }
    }
  });

  it('comes and goes a hundred times and leaves no timer', async () => {
    const transport = new FakeTransport();
    await ticksWhileThere(
      'qun-flash-sale',
      transport,
      { sales: [sale({ opensAt: Date.now() + HOUR })], products: [product()] },
      () => transport.control('sale.stop', { saleId: 's' }),
    );
  });
});
