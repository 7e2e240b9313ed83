import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { roomComesAndGoes } from '../../../test/fixtures/comings-and-goings.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import {
  all,
  coupon,
  one,
  openLiveRoom,
  said,
  settled,
  show,
} from '../../../test/fixtures/live-room-harness.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import type { QunRoomOpenedEvent } from '../../events/qun-room-opened-event.js';
import { QunError, type Code } from '../../protocol/index.js';
import '../../qunlive.js';
import type { QunRoom } from '../room/room.js';
import type { QunLiveRoom } from './live-room.js';

const visible = (node: Element | null) => node !== null && node.getClientRects().length > 0;

describe('qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('is a whole room at once: host, viewers, notice, words, product, coupon, shelf', async () => {
    const { el } = await openLiveRoom();
    expect(said(one(el, '.who'))).to.equal('Qing LIVE 12.3K watching');
    expect(one(el, '.verified')!.getAttribute('aria-label')).to.equal('Verified merchant');
    expect(said(one(el, '.notice'))).to.equal('Free delivery today');
    expect(said(one(el, '.shelf-button .visually-hidden'))).to.equal('All products (2)');
    for (const tag of ['qun-live-player', 'qun-comment-stream', 'qun-product-carousel', 'qun-coupon-grab'])
      expect(visible(one(el, tag)), tag).to.be.true;
    await until(() =>
      said(one(el, 'qun-comment-stream')!.shadowRoot!.querySelector('.lines')).includes('Hello'),
    );
    await expect(el).to.be.accessible();
  });

  it('speaks Chinese, and follows a change of language', async () => {
    const { el } = await openLiveRoom({ lang: 'zh-CN' });
    expect(said(one(el, '.who'))).to.equal('阿青 直播中 1.2万人在看');
    expect(said(one(el, '.notice'))).to.equal('今天包邮');
    el.lang = 'en';
    await until(() => said(one(el, '.who')) === 'Qing LIVE 12.3K watching');
    el.lang = 'zh-TW';
    await until(() => said(one(el, '.badge')) !== 'LIVE');
  });

  it('wears a theme and a scheme of its own', async () => {
    const { el } = await openLiveRoom({ attributes: { theme: 'luxe', scheme: 'dark' } });
    const luxe = getComputedStyle(one(el, '.badge')!).backgroundColor;
    el.theme = undefined;
    await el.updateComplete;
    expect(getComputedStyle(one(el, '.badge')!).backgroundColor).not.to.equal(luxe);
    expect(getComputedStyle(el).colorScheme).to.equal('dark');
  });

  it('lets the page style what stands inside by its parts', async () => {
    const { box, el } = await openLiveRoom();
    const style = document.createElement('style');
    style.textContent = 'qun-live-room::part(card__price) { color: rgb(1, 2, 3); }';
    box.append(style);
    const price = one(el, 'qun-product-carousel')!.shadowRoot!.querySelector('[part~=price]')!;
    expect(getComputedStyle(price).color).to.equal('rgb(1, 2, 3)');
  });

  it('hands its room to what stands in its slots and to what names it by id', async () => {
    const { box, el } = await openLiveRoom();
    el.id = 'stage';
    const inside = document.createElement('qun-share-to-group');
    inside.slot = 'head-extra';
    el.append(inside);
    const beside = document.createElement('qun-product-carousel');
    beside.room = 'stage';
    box.append(beside);
    await until(() => beside.roomStore);
    expect(beside.roomStore).to.equal(el.roomStore);
  });

  for (const slot of ['head-extra', 'stage', 'column', 'footer']) {
    it(`shows what the page puts into ${slot}`, async () => {
      const { el } = await openLiveRoom();
      const own = document.createElement('b');
      own.slot = slot;
      own.textContent = 'own';
      el.append(own);
      await settled(el);
      expect(visible(own)).to.be.true;
    });
  }

  it('shows the way out of the page only where the room is closed', async () => {
    const { el, transport } = await openLiveRoom();
    const way = document.createElement('a');
    way.slot = 'way-out';
    way.textContent = 'To the shop';
    el.append(way);
    await settled(el);
    expect(visible(way)).to.be.false;
    transport.status('failed', new QunError('room-expired'));
    await settled(el);
    expect(visible(way)).to.be.true;
  });

  it('works with what was set on it before it was known to the browser', async () => {
    const transport = new FakeTransport();
    const before = document.implementation.createHTMLDocument().createElement('qun-live-room');
    Object.assign(before, { transport, layout: 'desk' });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.append(before);
    const el = box.querySelector('qun-live-room')!;
    customElements.upgrade(el);
    await settled(el);
    transport.snapshot(show);
    await settled(el);
    expect(one(el, '.base')!.classList.contains('desk')).to.be.true;
    expect(said(one(el, '.name'))).to.equal('Qing');
  });

  it('joins the qun-room around it and leaves telling the page to that', async () => {
    const transport = new FakeTransport();
    const room = await fixture<QunRoom>(
      html`<qun-room .transport=${transport}><qun-live-room></qun-live-room></qun-room>`,
    );
    const el = room.querySelector('qun-live-room')!;
    const told: string[] = [];
    room.addEventListener('qun-room-opened', () => told.push('opened'));
    room.addEventListener('qun-error', event => told.push(event.error.code));
    await settled(el);
    transport.snapshot(show);
    transport.status('failed', new QunError('room-expired'));
    await settled(el);
    expect(el.roomStore).to.equal(room.roomStore);
    expect(transport.open).to.equal(1);
    expect(told).to.deep.equal(['opened', 'room-expired']);
  });

  it('tells the page once that the room has opened, and of a fault once', async () => {
    const { el, transport } = await openLiveRoom({ state: null });
    const opened: QunRoomOpenedEvent[] = [];
    const faults: Code[] = [];
    el.addEventListener('qun-room-opened', event => opened.push(event));
    el.addEventListener('qun-error', event => faults.push(event.error.code));
    transport.snapshot(show);
    transport.control('room.notice', { notice: 'Hi' });
    transport.status('failed', new QunError('room-expired'));
    await settled(el);
    expect(opened.map(event => event.room)).to.deep.equal([el.roomStore]);
    expect(faults).to.deep.equal(['room-expired']);
  });

  it('lets what viewers ask for reach the page from inside', async () => {
    const { el } = await openLiveRoom();
    const asked = oneEvent(el, 'qun-open-product') as Promise<unknown> as Promise<QunOpenProductEvent>;
    el.addEventListener('qun-open-product', event => event.preventDefault());
    one(el, 'qun-product-carousel')!.shadowRoot!.querySelector<HTMLElement>('.open')!.click();
    expect((await asked).product.id).to.equal('a');
  });
});

describe('the states of qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  const screen = (el: QunLiveRoom) => said(one(el, '[part~=screen]'));

  it('holds the place with bones until the room has told how it stands', async () => {
    const { el } = await openLiveRoom({ state: null });
    expect(screen(el)).to.equal('Opening the room…');
    expect(all(el, '.bone').length).to.be.greaterThan(3);
    await expect(el).to.be.accessible();
  });

  it('counts down to the show on the server’s clock', async () => {
    const { el } = await openLiveRoom({ state: { phase: 'warmup', startsAt: 1_000_000 + 3_725_000 } });
    expect(screen(el)).to.match(/^Spring tea Starts .* 01:02:0[345] Browse the shop$/);
    await expect(el).to.be.accessible();
  });

  it('says that it begins any moment once the time has come', async () => {
    const { el } = await openLiveRoom({ state: { phase: 'warmup', startsAt: 999_000 } });
    expect(screen(el)).to.contain('Starting any moment');
  });

  it('has words and a way on for every pause of the show', async () => {
    const { el, transport } = await openLiveRoom({ lang: 'zh-CN' });
    const words = {
      paused: '中场休息，马上回来',
      interrupted: '主播暂时离开，马上回来',
      ended: '直播已结束，感谢观看',
    };
    for (const [phase, start] of Object.entries(words)) {
      transport.control('room.phase', { phase: phase as keyof typeof words });
      await settled(el);
      expect(screen(el)).to.contain(start);
      expect(said(one(el, '.screen .button'))).to.equal('先逛逛商品');
    }
    await expect(el).to.be.accessible();
    expect(one(el, 'qun-live-player')!.shadowRoot!.querySelector('[part~=message]')!.getClientRects()).to.be
      .empty;
  });

  it('keeps coupons and shelf after the end, and says that comments are closed', async () => {
    const { el } = await openLiveRoom({ state: { phase: 'ended' } });
    expect(visible(one(el, '.screens qun-coupon-grab'))).to.be.true;
    expect(said(one(el, '.say'))).to.contain('The show is over');
    one(el, '.screen .button')!.click();
    await settled(el);
    expect(one(el, 'qun-sheet')!.hasAttribute('open')).to.be.true;
  });

  it('says in its bar that only the host speaks, and opens the field again', async () => {
    const { el, transport } = await openLiveRoom();
    transport.control('room.talk', { talk: { mode: 'staff', slowSeconds: 0 } });
    await settled(el);
    expect(said(one(el, '.say'))).to.equal('Only the host can write right now.');
    transport.control('room.talk', { talk: { mode: 'open', slowSeconds: 0 } });
    await settled(el);
    expect(one(el, '.say')!.localName).to.equal('button');
  });

  it('marks a replay', async () => {
    const { el } = await openLiveRoom({ state: { phase: 'replay' } });
    expect(said(one(el, '.badge'))).to.equal('Replay');
  });

  for (const code of ['room-forbidden', 'room-expired', 'room-not-found', 'origin-refused'] as const) {
    it(`says what ${code} means, and lets the viewer try again`, async () => {
      const { el, transport } = await openLiveRoom({ state: null });
      transport.status('failed', new QunError(code));
      await settled(el);
      expect(screen(el)).to.contain(code);
      expect(visible(one(el, '.column'))).to.be.false;
      let connects = 0;
      const connect = transport.connect.bind(transport);
      transport.connect = (...given) => {
        connects += 1;
        return connect(...given);
      };
      one(el, '.screen .button')!.click();
      await settled(el);
      expect(connects).to.equal(1);
      expect(transport.open).to.equal(1);
      await expect(el).to.be.accessible();
    });
  }

  it('waits by itself before a full room, and goes in when there is a place', async () => {
    const { el, transport } = await openLiveRoom({ state: null });
    transport.status('reconnecting', new QunError('room-full'));
    await settled(el);
    expect(screen(el)).to.contain('We let you in as soon as there is a place');
    expect(one(el, '.screen .button')).to.be.null;
    transport.snapshot(show);
    await settled(el);
    expect(one(el, '[part~=screen]')).to.be.null;
  });

  it('says quietly what happens to the connection, and nothing when it is well again', async () => {
    const { el, transport } = await openLiveRoom();
    const banner = () => said(one(el, '[role=status].banner-place'));
    expect(banner()).to.equal('');
    transport.status('reconnecting', new QunError('network'));
    await settled(el);
    expect(banner()).to.equal('Connection lost. Coming back…');
    transport.status('offline');
    await settled(el);
    expect(banner()).to.contain('You are offline');
    transport.status('open');
    transport.tick({ seq: 5 });
    await settled(el);
    expect(banner()).to.equal('Catching up…');
    expect(one(el, '[part~=screen]')).to.be.null;
  });

  it('tells viewer, page and author when there is no room', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => void warned.push(text);
    try {
      const el = await fixture<QunLiveRoom>(html`<qun-live-room lang="en"></qun-live-room>`);
      const event = (await oneEvent(el, 'qun-error')) as QunErrorEvent;
      expect(event.error.code).to.equal('no-room');
      await settled(el);
      expect(screen(el)).to.contain('no-room');
      expect(warned.filter(text => String(text).includes('no-room'))).to.have.length(1);
      const again = await fixture<QunLiveRoom>(html`<qun-live-room></qun-live-room>`);
      await oneEvent(again, 'qun-error');
      expect(warned.filter(text => String(text).includes('no-room'))).to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });

  it('tells of an id that names no room', async () => {
    const el = await fixture<QunLiveRoom>(html`<qun-live-room room="nobody"></qun-live-room>`);
    const event = (await oneEvent(el, 'qun-error')) as QunErrorEvent;
    expect(event.error.code).to.equal('bad-config');
  });

  it('does not take a URL it cannot read for a room', async () => {
    const el = document.createElement('qun-live-room');
    el.setAttribute('room', 'javascript:/x');
    const errors: Code[] = [];
    el.addEventListener('qun-error', event => errors.push(event.error.code));
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.append(el);
    await until(() => one(el, '[part~=screen]')?.textContent?.includes('bad-config'));
    expect(errors).to.deep.equal(['bad-config']);
  });
});

describe('the offers of qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('float at the edge, three at most, and leave the rest to a sheet', async () => {
    const coupons = [1, 2, 3, 4]
      .map(n => coupon(`c${n}`))
      .concat(coupon('draft', { state: 'draft', opensAt: null }));
    const { el } = await openLiveRoom({ state: { coupons } });
    expect(all(el, '.over qun-coupon-grab')).to.have.length(3);
    const edge = one(el, '.offers')!.getBoundingClientRect();
    const whole = el.getBoundingClientRect();
    expect(edge.left).to.be.greaterThan(whole.left + (whole.width * 2) / 3);
    one(el, '.all-coupons')!.click();
    await settled(el);
    const sheet = one(el, 'qun-sheet')!;
    expect(sheet.getAttribute('heading')).to.equal('Offers');
    const tickets = () =>
      sheet.querySelector('qun-coupon-grab')!.shadowRoot!.querySelectorAll('[part~=ticket]');
    await until(() => tickets().length === 4);
  });

  it('put what is open before what opens later', async () => {
    const coupons = [
      coupon('later', { opensAt: 1_060_000 }),
      coupon('gone', { soldOut: true }),
      coupon('now'),
    ];
    const { el } = await openLiveRoom({ state: { coupons } });
    expect(all(el, '.over qun-coupon-grab').map(one => one.getAttribute('coupon'))).to.deep.equal([
      'now',
      'later',
    ]);
  });
});

describe('a qun-live-room that leaves', function () {
  this.timeout(PATIENCE_MS);

  it('closes its connection and comes back with what it knew', async () => {
    const { box, el, transport } = await openLiveRoom();
    el.remove();
    expect(transport.open).to.equal(0);
    box.append(el);
    await settled(el);
    expect(transport.open).to.equal(1);
    expect(said(one(el, '.name'))).to.equal('Qing');
  });

  it('leaves nothing behind, a hundred times', async () => {
    const room = await openLiveRoom();
    await roomComesAndGoes(room, () => settled(room.el));
  });
});
