import { expect, oneEvent } from '@open-wc/testing';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { sendKeys } from '@web/test-runner-commands';
import {
  all,
  buttonOf,
  heldTransport,
  one,
  openDesk,
  placeDesk,
  tap,
} from '../../../test/fixtures/host-desk-harness.js';
import { coupon, focused, product, said } from '../../../test/fixtures/live-room-harness.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import { QunError, type RoomState } from '../../protocol/index.js';
import '../../define/qun-host-desk.js';
import type { QunHostDesk } from './host-desk.js';

/** Lets promises of the transport run, and the desk render what came of them. */
async function settled(el: QunHostDesk): Promise<void> {
  await new Promise(resolve => setTimeout(resolve));
  await el.updateComplete;
}

const open = (el: QunHostDesk, panel: string) => {
  one(el, `#tab-${panel}`)!.click();
  return el.updateComplete;
};

describe('qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  for (const lang of ['en', 'zh-CN']) {
    it(`stands ready in ${lang}: show, state, connection, figures`, async () => {
      const { el } = await openDesk({ lang });
      const [title, phase, connection, watching] =
        lang === 'en'
          ? ['Spring tea', 'Live', 'Connected', '12.3K']
          : ['春茶专场', '直播中', '已连接', '1.2万'];
      expect(said(one(el, 'h2'))).to.equal(title);
      expect(said(one(el, '.phase-badge'))).to.equal(phase);
      expect(said(one(el, '.connection'))).to.equal(connection);
      expect(all(el, '.figures b').map(said)).to.deep.equal([
        watching,
        lang === 'en' ? '2.4K' : '2381',
        '37',
      ]);
      await expect(el).to.be.accessible();
      for (const panel of ['coupons', 'notice', 'comments']) {
        await open(el, panel);
        await expect(el).to.be.accessible();
      }
    });
  }

  it('follows a change of language', async () => {
    const { el } = await openDesk();
    el.lang = 'zh-CN';
    await until(() => said(one(el, '.phase-badge')) === '直播中');
  });

  it('shows every panel at once where there is room, and one at a time on a phone', async () => {
    const shown = (el: QunHostDesk) => all(el, '.panel').filter(panel => !panel.hidden).length;
    expect(shown((await openDesk()).el)).to.equal(1);
    const { el } = await openDesk({ width: 1280 });
    expect(shown(el)).to.equal(4);
    expect(one(el, '.tabs')).to.be.null;
    await expect(el).to.be.accessible();
  });

  it('walks its tabs by arrow keys', async () => {
    const { el } = await openDesk();
    one(el, '#tab-products')!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await el.updateComplete;
    expect(focused()).to.equal(one(el, '#tab-comments'));
    expect(one(el, '#panel-comments')!.hidden).to.be.false;
  });

  it('fits 320 px', async () => {
    const { el } = await openDesk({ width: 320 });
    for (const panel of ['products', 'coupons', 'notice', 'comments']) {
      await open(el, panel);
      const shown = one(el, `#panel-${panel}`)!;
      expect(shown.scrollWidth).to.be.at.most(shown.clientWidth);
      for (const button of all(el, 'button').filter(one => one.getClientRects().length > 0))
        expect(button.getBoundingClientRect().right).to.be.at.most(el.getBoundingClientRect().right);
    }
  });

  it('says how the connection stands', async () => {
    const { el, transport } = await openDesk();
    transport.status('reconnecting', new QunError('network'));
    await settled(el);
    expect(said(one(el, '.connection'))).to.equal('Connection lost. Coming back…');
    transport.status('open');
    transport.tick({ seq: 9 });
    await settled(el);
    expect(said(one(el, '.connection'))).to.equal('Catching up…');
  });

  it('shows what viewers see now', async () => {
    const { el, transport } = await openDesk({ width: 1280 });
    const now = () => said(one(el, '.preview ul'));
    expect(now()).to.equal('No. 1 Tea a ¥20 off · Open Free delivery today');
    transport.control('pin.remove', { productId: 'a' });
    transport.control('coupon.stop', { couponId: 'welcome' });
    transport.control('room.notice', { notice: null });
    await settled(el);
    expect(now()).to.equal('No product shown No coupon out No notice');
  });

  it('hands its room to the player of the preview', async () => {
    const { el } = await openDesk({ width: 1280 });
    await tap(el, 'Show the picture');
    const player = one<HTMLElementTagNameMap['qun-live-player']>(el, 'qun-live-player');
    expect(player).to.exist;
    await tap(el, 'Hide the picture');
    expect(one(el, 'qun-live-player')).to.be.null;
  });

  it('shows the shop’s own links in its footer', async () => {
    const { el } = await openDesk();
    const own = document.createElement('a');
    own.slot = 'footer';
    own.textContent = 'Orders';
    el.append(own);
    await settled(el);
    expect(own.getClientRects()).not.to.be.empty;
  });

  it('leaves nothing behind, a hundred times', async function () {
    const { box, el, transport } = await openDesk();
    el.remove();
    const watch = watchListeners(window, document);
    try {
      for (let index = 0; index < 100; index += 1) {
        box.append(el);
        await el.updateComplete;
        el.remove();
      }
      await settled(el);
      expect(transport.open).to.equal(0);
      expect(watch.left()).to.deep.equal([]);
    } finally {
      watch.stop();
    }
  });
});

describe('the door of qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  const field = (el: QunHostDesk) => one<HTMLInputElement>(el, 'input[type=password]')!;
  const enter = async (el: QunHostDesk, token: string) => {
    field(el).value = token;
    field(el).focus();
    await sendKeys({ press: 'Enter' });
    await settled(el);
  };

  it('lets a host in by the token typed, once, and keeps it nowhere', async () => {
    const transport = heldTransport();
    const tokens: string[] = [];
    const { el } = await placeDesk(token => {
      tokens.push(token);
      return transport;
    });
    expect(field(el).autocomplete).to.equal('off');
    await expect(el).to.be.accessible();
    await enter(el, '');
    expect(tokens).to.deep.equal([]);
    const stored = JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
    ]);
    await enter(el, ' secret ');
    transport.snapshot({ title: 'Spring' });
    await settled(el);
    expect(one(el, '.desk')).to.exist;
    expect(tokens).to.deep.equal(['secret']);
    expect(el.getAttribute('token')).to.be.null;
    expect(
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    ).to.equal(stored);
  });

  it('lets a host in by the token of the page', async () => {
    const transport = heldTransport('assistant');
    const { el } = await placeDesk(token => {
      expect(token).to.equal('given');
      return transport;
    });
    el.token = 'given';
    await settled(el);
    transport.snapshot({ title: 'Spring' });
    await settled(el);
    expect(one(el, '.desk')).to.exist;
  });

  it('does not let a viewer in, and says why', async () => {
    const transport = heldTransport('viewer');
    const { el } = await placeDesk(() => transport);
    const refused = oneEvent(el, 'qun-error') as Promise<unknown> as Promise<QunErrorEvent>;
    await enter(el, 'viewer');
    expect((await refused).error.code).to.equal('not-allowed');
    await settled(el);
    expect(said(one(el, '[role=alert]'))).to.contain('for viewers');
    expect(one(el, '.desk')).to.be.null;
    expect(transport.open).to.equal(0);
  });

  it('says what is wrong with a token, and takes another', async () => {
    let bad = true;
    const transport = heldTransport();
    transport.join = () =>
      bad ? Promise.reject(new QunError('token-bad')) : Promise.resolve(transport.session);
    const { el } = await placeDesk(() => transport);
    await enter(el, 'wrong');
    await until(() => said(one(el, '[role=alert]')) === 'Your sign-in is not valid. Sign in again.');
    bad = false;
    await enter(el, 'right');
    transport.snapshot({ title: 'Spring' });
    await until(() => one(el, '.desk'));
  });

  it('lets the host out again', async () => {
    const transport = heldTransport();
    const { el } = await placeDesk(() => transport);
    await enter(el, 'secret');
    transport.snapshot({ title: 'Spring' });
    await until(() => one(el, '.desk'));
    await tap(el, 'Sign out');
    await settled(el);
    expect(field(el).value).to.equal('');
    expect(transport.open).to.equal(0);
  });
});

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
    expect(all(el, '.item')[0]!.querySelectorAll('button')).to.have.length(2);
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
    await open(el, 'coupons');
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
    await open(el, 'notice');
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

  it('hides a comment only after being asked, and only when the room has', async () => {
    const { el, transport } = await openDesk();
    await open(el, 'comments');
    expect(all(el, '.said').map(said)).to.deep.equal(['Buy from me', 'Hello']);
    await tap(el, 'Hide');
    await expect(el).to.be.accessible();
    await tap(el, 'Keep it');
    await tap(el, 'Hide');
    await tap(el, 'Hide it');
    await settled(el);
    expect(transport.commands).to.deep.equal([{ type: 'comment.hide', commentId: 'c2' }]);
    expect(all(el, '.said')).to.have.length(2);
    transport.give(1);
    transport.control('comment.redact', { ids: ['c2'] });
    await settled(el);
    expect(all(el, '.said').map(said)).to.deep.equal(['Hello']);
  });
});
