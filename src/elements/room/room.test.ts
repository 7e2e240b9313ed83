import { expect, fixture, html } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { QunElement } from '../../base/qun-element.js';
import { openRooms } from '../../base/room-registry.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunRoomOpenedEvent } from '../../events/qun-room-opened-event.js';
import { QunError } from '../../protocol/index.js';
import { createRoom } from '../../stores/create-room.js';
import type { Room } from '../../stores/room.js';
import '../../define/qun-room.js';
import type { QunRoom } from './room.js';

/** An element of the kit, reduced to what it needs: a room and a language. */
class PlainPart extends QunElement {
  override render() {
    return html`<p>${this.roomStore ? this.t('room.label') : 'alone'}</p>`;
  }
}
customElements.define('plain-part', PlainPart);

const settle = async (...elements: { updateComplete: Promise<unknown> }[]) => {
  for (const element of elements) await element.updateComplete;
};

describe('qun-room', () => {
  it('joins what stands inside to its room, whatever the page puts between', async () => {
    const transport = new FakeTransport();
    const room = await fixture<QunRoom>(
      html`<qun-room .transport=${transport}
        ><main><plain-part></plain-part></main
      ></qun-room>`,
    );
    const part = room.querySelector<PlainPart>('plain-part')!;
    await settle(room, part);
    expect(part.roomStore).to.equal(room.roomStore);
    expect(transport.open).to.equal(1);
    await expect(room).to.be.accessible();
  });

  it('is found by id from anywhere on the page', async () => {
    const transport = new FakeTransport();
    const place = await fixture(html`
      <div>
        <plain-part room="stage"></plain-part>
        <qun-room id="stage" .transport=${transport}></qun-room>
      </div>
    `);
    const [part, room] = [
      place.querySelector<PlainPart>('plain-part')!,
      place.querySelector<QunRoom>('qun-room')!,
    ];
    await settle(room, part);
    expect(part.roomStore).to.exist;
    expect(part.roomStore).to.equal(room.roomStore);
  });

  it('tells the page once that the room has opened', async () => {
    const transport = new FakeTransport();
    const room = await fixture<QunRoom>(html`<qun-room .transport=${transport}></qun-room>`);
    const told: Room[] = [];
    room.addEventListener('qun-room-opened', event => told.push((event as QunRoomOpenedEvent).room));
    expect(told).to.be.empty;
    transport.snapshot();
    transport.control('room.notice', { notice: 'Hello' });
    expect(told).to.deep.equal([room.roomStore]);
  });

  it('tells the page of faults and of a room that cannot be opened', async () => {
    const transport = new FakeTransport();
    const room = await fixture<QunRoom>(html`<qun-room .transport=${transport}></qun-room>`);
    const codes: string[] = [];
    room.addEventListener('qun-error', event => codes.push((event as QunErrorEvent).error.code));
    transport.status('failed', new QunError('room-not-found'));
    expect(codes).to.deep.equal(['room-not-found']);
  });

  it('tells nothing twice when it is moved', async () => {
    const transport = new FakeTransport();
    const room = await fixture<QunRoom>(html`<qun-room .transport=${transport}></qun-room>`);
    const told: string[] = [];
    for (const type of ['qun-room-opened', 'qun-error']) room.addEventListener(type, () => told.push(type));
    transport.snapshot();
    transport.refuse(new QunError('malformed'));
    document.body.append(room);
    await settle(room);
    expect(transport.open).to.equal(1);
    expect(told).to.deep.equal(['qun-room-opened', 'qun-error']);
    room.remove();
  });

  it('says what is wrong with a room attribute that is no address', async () => {
    const place = await fixture(html`<div></div>`);
    const codes: string[] = [];
    place.addEventListener('qun-error', event => codes.push((event as QunErrorEvent).error.code));
    const room = document.createElement('qun-room');
    room.setAttribute('room', 'ftp://files.example/spring');
    place.append(room);
    await settle(room);
    expect(codes).to.deep.equal(['bad-config']);
    expect(room.roomStore).to.be.undefined;
  });

  it('takes a room made by the page, and hands on the next one', async () => {
    const [one, two] = [new FakeTransport(), new FakeTransport()];
    const [first, second] = [createRoom({ transport: one }), createRoom({ transport: two })];
    const room = await fixture<QunRoom>(
      html`<qun-room .roomStore=${first}><plain-part></plain-part></qun-room>`,
    );
    const part = room.querySelector<PlainPart>('plain-part')!;
    await settle(room, part);
    expect(part.roomStore).to.equal(first);
    room.roomStore = second;
    await settle(room, part);
    expect(part.roomStore).to.equal(second);
    expect([one.open, two.open]).to.deep.equal([0, 1]);
  });

  it('honours properties that were set before the element was known', async () => {
    const transport = new FakeTransport();
    class LateRoom extends (customElements.get('qun-room') as typeof QunRoom) {}
    const room = document.createElement('late-room') as QunRoom;
    Object.assign(room, { transport, theme: 'night', largeText: true });
    document.body.append(room);
    customElements.define('late-room', LateRoom);
    await settle(room);
    expect(room.roomStore).to.exist;
    expect(room.getAttribute('theme')).to.equal('night');
    expect(room.hasAttribute('large-text')).to.be.true;
    room.remove();
    expect(transport.open).to.equal(0);
  });

  it('passes on the room around it when it has none of its own, and does not tell of it twice', async () => {
    const transport = new FakeTransport();
    const outer = await fixture<QunRoom>(html`
      <qun-room .transport=${transport}>
        <qun-room theme="festival"><plain-part></plain-part></qun-room>
      </qun-room>
    `);
    const inner = outer.querySelector('qun-room')!;
    const part = outer.querySelector<PlainPart>('plain-part')!;
    await settle(outer, inner, part);
    let told = 0;
    outer.addEventListener('qun-room-opened', () => (told += 1));
    transport.snapshot();
    expect(part.roomStore).to.equal(outer.roomStore);
    expect(told).to.equal(1);
  });

  it('speaks the language it is given, and changes it while shown', async () => {
    const room = await fixture<QunRoom>(html`
      <qun-room lang="zh-CN" .transport=${new FakeTransport()}><plain-part></plain-part></qun-room>
    `);
    const part = room.querySelector<PlainPart>('plain-part')!;
    await settle(room, part);
    expect(part).shadowDom.to.equal('<p>直播间</p>');
    room.lang = 'en';
    await new Promise<void>(resolve => queueMicrotask(resolve));
    await settle(part);
    expect(part).shadowDom.to.equal('<p>Live room</p>');
  });

  it('does not touch the style or the layout of what stands inside', async () => {
    const grid = await fixture<HTMLElement>(html`
      <div>
        <qun-room theme="luxe"
          ><h1>Shop</h1>
          <b>deal</b></qun-room
        >
      </div>
    `);
    grid.style.setProperty('display', 'grid');
    grid.style.setProperty('grid-template-columns', '1fr 1fr');
    const [title, deal] = [grid.querySelector('h1')!, grid.querySelector('b')!];
    expect(title.offsetTop).to.be.closeTo(deal.offsetTop, 40);
    expect(deal.getBoundingClientRect().left).to.be.greaterThan(title.getBoundingClientRect().left);
    expect(getComputedStyle(title).color).to.equal(getComputedStyle(document.body).color);
    expect(getComputedStyle(title).fontFamily).to.equal(getComputedStyle(document.body).fontFamily);
  });

  it('leaves nothing behind, a hundred times', async () => {
    const transport = new FakeTransport();
    for (let round = 0; round < 100; round += 1) {
      const room = document.createElement('qun-room');
      room.transport = transport;
      room.append(document.createElement('plain-part'));
      document.body.append(room);
      await settle(room);
      expect(transport.open).to.equal(1);
      room.remove();
      expect(transport.open).to.equal(0);
      expect(room.roomStore).to.be.undefined;
    }
    expect(openRooms()).to.equal(0);
  });
});
