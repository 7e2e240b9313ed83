import { expect, oneEvent } from '@open-wc/testing';
import {
  all,
  buttonOf,
  one,
  openDesk,
  openPanel,
  settled,
  tap,
} from '../../../test/fixtures/host-desk-harness.js';
import { coupon, product, said } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS } from '../../../test/fixtures/patience.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import { QunError, type RoomState } from '../../protocol/index.js';
import '../../define/qun-host-desk.js';

describe('what the host does at qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  const starts: [RoomState['phase'], string, 'live' | 'paused'][] = [
    ['warmup', 'Go live', 'live'],
    ['live', 'Take a break', 'paused'],
    ['paused', 'Go on', 'live'],
    ['interrupted', 'Go on', 'live'],
    ['ended', 'Take back the end', 'live'],
  ];
  for (const [phase, words, wanted] of starts) {
    it(`${phase}: "${words}" is sent once, and shown only when the room says so`, async () => {
      const { el, transport } = await openDesk({ state: { phase } });
      const button = buttonOf(el, words);
      button.click();
      button.click();
      await settled(el);
      expect(transport.commands).to.deep.equal([{ type: 'phase.set', phase: wanted }]);
      expect(said(one(el, '[data-key=phase]'))).to.equal('Sending…');
      const badge = said(one(el, '.phase-badge'));
      transport.give(1);
      await settled(el);
      expect(said(one(el, '[data-key=phase]'))).to.equal('Sending…');
      expect(said(one(el, '.phase-badge'))).to.equal(badge);
      transport.control('room.phase', { phase: wanted });
      await settled(el);
      expect(said(one(el, '.phase-badge'))).to.equal(wanted === 'live' ? 'Live' : 'On a break');
      expect(one(el, '[data-key=phase]')!.hasAttribute('disabled')).to.be.false;
    });
  }

  it('ends the show only after being asked, and can leave it at that', async () => {
    const { el, transport } = await openDesk();
    await tap(el, 'End the show');
    expect(transport.commands).to.be.empty;
    await expect(el).to.be.accessible();
    await tap(el, 'Keep going');
    expect(transport.commands).to.be.empty;
    await tap(el, 'End the show');
    await tap(el, 'End it');
    await settled(el);
    expect(transport.commands).to.deep.equal([{ type: 'phase.set', phase: 'ended' }]);
    transport.control('room.phase', { phase: 'ended' });
    transport.give();
    await settled(el);
    expect(buttonOf(el, 'Take back the end')).to.exist;
  });

  it('says in words what was refused, and goes back to what it was', async () => {
    const { el, transport } = await openDesk();
    const error = oneEvent(el, 'qun-error') as Promise<unknown> as Promise<QunErrorEvent>;
    await tap(el, 'Take a break');
    await settled(el);
    transport.turnDown(new QunError('phase-conflict'));
    expect((await error).error.code).to.equal('phase-conflict');
    await settled(el);
    expect(said(one(el, '[role=alert] .wrong span'))).to.contain('not in a state for that');
    expect(buttonOf(el, 'Take a break').disabled).to.be.false;
    one(el, '.wrong button')!.click();
    await settled(el);
    expect(one(el, '.wrong')).to.be.null;
  });

  it('shows a product and takes it down', async () => {
    const { el, transport } = await openDesk();
    const show = all(el, '.item')[1]!.querySelector('button')!;
    expect(said(show)).to.equal('Show');
    show.click();
    await settled(el);
    expect(transport.commands).to.deep.equal([{ type: 'pin.add', productId: 'b' }]);
    expect(said(show)).to.equal('Sending…');
    transport.give(1);
    transport.control('pin.add', { productId: 'b' });
    await settled(el);
    expect(all(el, '.products .item.on')).to.have.length(2);
    expect(all(el, '.item')[0]!.querySelectorAll('.acts button')).to.have.length(2);
    await tap(el, 'To the front');
    await settled(el);
    transport.give(null);
    all(el, '.item')[1]!.querySelector('button')!.click();
    await settled(el);
    expect(transport.commands.slice(1)).to.deep.equal([
      { type: 'pin.add', productId: 'a' },
      { type: 'pin.remove', productId: 'b' },
    ]);
  });

  it('has no place for a fourth product', async () => {
    const products = ['a', 'b', 'c', 'd'].map((id, index) => product(id, { number: index + 1 }));
    const pins = ['a', 'b', 'c'].map(productId => ({ productId, at: 1, mediaAt: 1 }));
    const { el } = await openDesk({ state: { products, pins } });
    expect(all(el, '.item')[3]!.querySelector('button')!.disabled).to.be.true;
  });

  it('finds a product by number or by a word of its name', async () => {
    const products = Array.from({ length: 12 }, (_, index) =>
      product(`p${index + 1}`, { number: index + 1 }),
    );
    const { el } = await openDesk({ state: { products } });
    const find = async (words: string) => {
      const field = one<HTMLInputElement>(el, '[type=search]')!;
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await el.updateComplete;
      return all(el, '.item .number').map(said);
    };
    expect(await find('3')).to.deep.equal(['3']);
    expect(await find('TEA P1')).to.deep.equal(['1', '10', '11', '12']);
    expect(await find('nothing')).to.be.empty;
    expect(said(one(el, '.empty'))).to.equal('No product matches.');
  });

  it('sends a coupon now or in ten, thirty or sixty seconds, counts them, and stops it', async () => {
    const draft = coupon('later', { state: 'draft', opensAt: null, total: 50 });
    const { el, transport } = await openDesk({ state: { coupons: [draft] }, left: {} });
    await openPanel(el, 'coupons');
    for (const words of ['In 10 s', 'In 30 s', 'In 60 s', 'Send now']) {
      await tap(el, words);
      await settled(el);
      transport.give(null);
      await settled(el);
    }
    expect(transport.commands).to.deep.equal(
      [10, 30, 60, 0].map(inSeconds => ({ type: 'coupon.open', couponId: 'later', inSeconds })),
    );
    transport.control('coupon.open', { couponId: 'later', opensAt: 1_030_000, closesAt: null });
    transport.tick({ left: { later: 20 } });
    await settled(el);
    expect(said(one(el, '.coupon'))).to.match(/20 of 50 left · 30 claimed · Opens in 00:\d\d Stop$/);
    expect(said(all(el, '.figures b')[2])).to.equal('30');
    await tap(el, 'Stop');
    await settled(el);
    transport.give(2);
    await settled(el);
    expect(said(one(el, '.coupon .button'))).to.equal('Sending…');
    transport.control('coupon.stop', { couponId: 'later' });
    await settled(el);
    expect(said(one(el, '.coupon'))).to.contain('Over');
    expect(buttonOf(el, 'Send again')).to.exist;
  });

  it('puts a notice up and takes it down', async () => {
    const { el, transport } = await openDesk();
    await openPanel(el, 'notice');
    const field = one<HTMLTextAreaElement>(el, 'textarea')!;
    expect(field.value).to.equal('Free delivery today');
    expect(buttonOf(el, 'Put it up').disabled).to.be.true;
    field.value = ' New tea at nine ';
    field.dispatchEvent(new Event('input'));
    await el.updateComplete;
    await tap(el, 'Put it up');
    await settled(el);
    transport.control('room.notice', { notice: 'New tea at nine' });
    transport.give();
    await settled(el);
    await tap(el, 'Take it down');
    await settled(el);
    expect(transport.commands).to.deep.equal([
      { type: 'notice.set', notice: 'New tea at nine' },
      { type: 'notice.set', notice: null },
    ]);
    transport.control('room.notice', { notice: null });
    transport.give();
    await settled(el);
    expect(field.value).to.equal('');
  });
});
