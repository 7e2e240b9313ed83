import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import { StubNetwork } from '../../test/fixtures/stub-network.js';
import { createRoom } from '../stores/create-room.js';
import type { Room } from '../stores/room.js';
import { QunElement } from './qun-element.js';
import type { RoomRequestEvent } from './room-context.js';
import { RoomProviderElement } from './room-provider-element.js';
import { openRooms } from './room-registry.js';

const ROOM = 'https://live.shop.example/v1/rooms/spring';

class RoomPart extends QunElement {
  readonly rooms: (Room | undefined)[] = [];
  protected override roomChanged(room: Room | undefined): void {
    this.rooms.push(room);
  }
  override render() {
    return html`<slot></slot>`;
  }
}
class RoomHolder extends RoomProviderElement {
  override render() {
    return html`<slot></slot>`;
  }
}
/** Draws a part in its own shadow root, as the composed room does. */
class RoomShell extends LitElement {
  override render() {
    return html`<room-part></room-part><slot></slot>`;
  }
}
customElements.define('room-part', RoomPart);
customElements.define('room-holder', RoomHolder);
customElements.define('room-shell', RoomShell);

/** Until all that was begun by a change has been rendered, a few microtasks deep. */
const settled = async () => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
};
const partOf = (place: ParentNode) => place.querySelector<RoomPart>('room-part')!;
const holderOf = (place: ParentNode) => place.querySelector<RoomHolder>('room-holder')!;
const someRoom = () => createRoom({ transport: new FakeTransport() });

let network: StubNetwork;
beforeEach(() => (network = new StubNetwork()));
afterEach(async () => {
  document.querySelectorAll('room-part, room-holder').forEach(element => element.remove());
  await settled();
  expect(network.open, 'connections left behind').to.deep.equal([]);
  expect(openRooms(), 'rooms left behind').to.equal(0);
  network.restore();
});

describe('an element that names a room by its address', () => {
  it('opens it, and shares the connection with every other that does', async () => {
    const place = await fixture<HTMLElement>(html`
      <div>
        <room-part room=${ROOM}></room-part><room-part room="${ROOM}/"></room-part
        ><room-part room="${ROOM}#x"></room-part>
      </div>
    `);
    const parts = [...place.querySelectorAll<RoomPart>('room-part')];
    expect(new Set(parts.map(part => part.roomStore)).size).to.equal(1);
    expect(network.open).to.deep.equal([`${ROOM}/feed`]);
    parts[0]!.remove();
    parts[1]!.remove();
    expect(network.open.length).to.equal(1);
    parts[2]!.remove();
    expect(network.open.length).to.equal(0);
    expect(parts[2]!.roomStore).to.be.undefined;
  });

  it('may name it relative to the page', async () => {
    const part = await fixture<RoomPart>(html`<room-part room="/v1/rooms/spring"></room-part>`);
    expect(part.roomStore!.id).to.equal(`${location.origin}/v1/rooms/spring`);
  });

  it('keeps its room with everything in it when it is moved', async () => {
    const part = await fixture<RoomPart>(html`<room-part room=${ROOM}></room-part>`);
    await settled();
    const room = part.roomStore!;
    expect(room.$state.get()!.title).to.equal('Spring');
    document.body.append(part);
    await settled();
    expect(part.roomStore).to.equal(room);
    expect(network.open.length).to.equal(1);
  });

  it('goes to another one when its attribute says so, and to none', async () => {
    const part = await fixture<RoomPart>(html`<room-part room=${ROOM}></room-part>`);
    const first = part.roomStore;
    part.room = ROOM.replace('spring', 'summer');
    await part.updateComplete;
    expect(part.roomStore).not.to.equal(first);
    expect(network.open).to.deep.equal([`${ROOM.replace('spring', 'summer')}/feed`]);
    part.removeAttribute('room');
    part.room = undefined;
    await part.updateComplete;
    expect(part.roomStore).to.be.undefined;
    expect(part.rooms.length).to.equal(3);
  });

  it('tells the page when it is none', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const codes: string[] = [];
    place.addEventListener('qun-error', event => codes.push(event.error.code));
    for (const room of ['http://', 'javascript://x', 'file:///etc/passwd']) {
      const part = document.createElement('room-part') as RoomPart;
      part.room = room;
      place.append(part);
      await part.updateComplete;
      expect(part.roomStore).to.be.undefined;
    }
    expect(codes).to.deep.equal(['bad-config', 'bad-config', 'bad-config']);
  });
});

describe('an element that stands in a room', () => {
  it('finds the nearest one, through shadow roots', async () => {
    const [outer, inner] = [someRoom(), someRoom()];
    const place = await fixture<HTMLElement>(html`
      <room-holder .roomStore=${outer}>
        <room-shell><room-part class="light"></room-part></room-shell>
        <room-holder .roomStore=${inner}><room-part class="inner"></room-part></room-holder>
      </room-holder>
    `);
    await settled();
    expect(place.querySelector<RoomPart>('.light')!.roomStore).to.equal(outer);
    expect(partOf(place.querySelector('room-shell')!.shadowRoot!).roomStore).to.equal(outer);
    expect(place.querySelector<RoomPart>('.inner')!.roomStore).to.equal(inner);
  });

  it('is found by it when the room is upgraded later, also one that stands nearer than the first', async () => {
    const [far, near] = [someRoom(), someRoom()];
    const place = await fixture<HTMLElement>(html`
      <room-holder .roomStore=${far}
        ><late-holder .roomStore=${near}><room-part></room-part></late-holder
      ></room-holder>
    `);
    const part = partOf(place);
    await settled();
    expect(part.roomStore).to.equal(far);
    customElements.define('late-holder', class extends RoomHolder {});
    await settled();
    expect(part.roomStore).to.equal(near);
  });

  it('goes from room to room when it is moved, and to none outside', async () => {
    const [one, two] = [someRoom(), someRoom()];
    const place = await fixture<HTMLElement>(html`
      <div>
        <room-holder .roomStore=${one}><room-part></room-part></room-holder>
        <room-holder .roomStore=${two}></room-holder>
      </div>
    `);
    const part = partOf(place);
    await settled();
    expect(part.roomStore).to.equal(one);
    place.lastElementChild!.append(part);
    await settled();
    expect(part.roomStore).to.equal(two);
    place.append(part);
    await settled();
    expect(part.roomStore).to.be.undefined;
  });

  it('hears when the room becomes another', async () => {
    const holder = await fixture<RoomHolder>(html`<room-holder><room-part></room-part></room-holder>`);
    const part = partOf(holder);
    await settled();
    expect(part.roomStore).to.be.undefined;
    const room = someRoom();
    holder.roomStore = room;
    await settled();
    expect(part.roomStore).to.equal(room);
  });

  it('takes an element of the page for a provider, if it answers as one', async () => {
    const room = someRoom();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    let released = 0;
    place.addEventListener('qun-room-request', event => {
      const request = event as RoomRequestEvent;
      event.stopPropagation();
      request.release = () => (released += 1);
      request.callback(room);
    });
    const part = document.createElement('room-part') as RoomPart;
    place.append(part);
    await settled();
    expect(part.roomStore).to.equal(room);
    part.remove();
    expect(released).to.equal(1);
  });
});

describe('an element that names a room by its id', () => {
  it('finds it before or after it is there, and its successor of the same name', async () => {
    const place = await fixture<HTMLElement>(html`<div><room-part room="stage"></room-part></div>`);
    const part = partOf(place);
    await settled();
    expect(part.roomStore).to.be.undefined;
    for (let round = 0; round < 2; round += 1) {
      const room = someRoom();
      const holder = document.createElement('room-holder') as RoomHolder;
      holder.id = 'stage';
      holder.roomStore = room;
      place.append(holder);
      await settled();
      expect(part.roomStore).to.equal(room);
      holder.remove();
      await settled();
      expect(part.roomStore).to.be.undefined;
    }
  });

  it('finds it in its own shadow root first', async () => {
    const [mine, pages] = [someRoom(), someRoom()];
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const page = document.createElement('room-holder') as RoomHolder;
    page.id = 'stage';
    page.roomStore = pages;
    document.body.append(page);
    const root = host.attachShadow({ mode: 'open' });
    const holder = document.createElement('room-holder') as RoomHolder;
    holder.id = 'stage';
    holder.roomStore = mine;
    const part = document.createElement('room-part') as RoomPart;
    part.room = 'stage';
    root.append(holder, part);
    await settled();
    expect(part.roomStore).to.equal(mine);
    holder.remove();
    part.remove();
  });

  it('is not confused by an element of the page that has the id', async () => {
    const part = await fixture<RoomPart>(html`<room-part id="me" room="me"></room-part>`);
    await settled();
    expect(part.roomStore).to.be.undefined;
  });
});

describe('a holder', () => {
  it('opens the room at its address as who its token says, apart from those who bring none', async () => {
    const place = await fixture<HTMLElement>(html`
      <div>
        <room-holder room=${ROOM} token="jwt-of-lin"><room-part></room-part></room-holder>
        <room-part room=${ROOM}></room-part>
      </div>
    `);
    await settled();
    const [inside, outside] = [...place.querySelectorAll<RoomPart>('room-part')];
    expect(inside!.roomStore).to.equal(holderOf(place).roomStore);
    expect(outside!.roomStore).not.to.equal(inside!.roomStore);
    expect(network.open.length).to.equal(2);
    // Who joins is told on a way up that comes beside the feed.
    await waitUntil(() => network.asked.length === 2);
    expect(network.asked.map(({ bearer }) => bearer)).to.have.members(['jwt-of-lin', undefined]);
  });

  it('signs its viewer in without losing the room', async () => {
    const holder = await fixture<RoomHolder>(
      html`<room-holder room=${ROOM}><room-part></room-part></room-holder>`,
    );
    await settled();
    const room = holder.roomStore!;
    const state = room.$state.get();
    holder.token = 'jwt-of-lin';
    await settled();
    // Joining is a request, and a request is a task.
    await new Promise<void>(resolve =>
      room.$viewer.subscribe(viewer => viewer?.id === 'jwt-of-lin' && resolve()),
    );
    expect(holder.roomStore).to.equal(room);
    expect(room.$state.get()).to.equal(state);
    expect(network.open.length).to.equal(1);
    expect(partOf(holder).rooms.length).to.equal(1);
  });

  it('leaves the anonymous room to others who are in it when it signs in', async () => {
    const place = await fixture<HTMLElement>(html`
      <div><room-holder room=${ROOM}></room-holder><room-part room=${ROOM}></room-part></div>
    `);
    const [holder, part] = [holderOf(place), partOf(place)];
    expect(holder.roomStore).to.equal(part.roomStore);
    holder.token = 'jwt-of-lin';
    await settled();
    expect(holder.roomStore).not.to.equal(part.roomStore);
    expect(network.open.length).to.equal(2);
  });

  it('prefers what it is brought: a room, then a transport, then its address', async () => {
    const transport = new FakeTransport();
    const room = someRoom();
    const holder = await fixture<RoomHolder>(html`
      <room-holder room=${ROOM} .transport=${transport} .roomStore=${room}></room-holder>
    `);
    expect(holder.roomStore).to.equal(room);
    expect([transport.open, network.open.length]).to.deep.equal([0, 0]);
    holder.roomStore = undefined;
    await settled();
    expect([transport.open, network.open.length]).to.deep.equal([1, 0]);
    holder.transport = undefined;
    await settled();
    expect([transport.open, network.open.length]).to.deep.equal([0, 1]);
  });

  it('tells those who subscribed until they stop', async () => {
    const holder = await fixture<RoomHolder>(html`<room-holder></room-holder>`);
    const heard: (Room | undefined)[] = [];
    const stop = holder.subscribeRoom(room => heard.push(room));
    const room = someRoom();
    holder.roomStore = room;
    await settled();
    stop();
    holder.remove();
    expect(heard).to.deep.equal([undefined, room]);
  });
});

describe('coming and going', () => {
  it('leaves no listener on the document, a hundred times', async () => {
    const { addEventListener: add, removeEventListener: remove } = document;
    let left = 0;
    document.addEventListener = function (this: Document, ...rest: Parameters<typeof add>) {
      left += 1;
      add.apply(this, rest);
    } as typeof add;
    document.removeEventListener = function (this: Document, ...rest: Parameters<typeof remove>) {
      left -= 1;
      remove.apply(this, rest);
    } as typeof remove;
    try {
      for (let round = 0; round < 100; round += 1) {
        const holder = document.createElement('room-holder') as RoomHolder;
        holder.room = ROOM;
        holder.append(document.createElement('room-part'));
        document.body.append(holder);
        await settled();
        expect(network.open.length).to.equal(1);
        holder.remove();
        expect(network.open.length).to.equal(0);
        await settled();
      }
      expect(left).to.equal(0);
    } finally {
      document.addEventListener = add;
      document.removeEventListener = remove;
    }
  });

  it('asks for nothing when it is gone before it was ever drawn', async () => {
    const part = document.createElement('room-part') as RoomPart;
    part.room = ROOM;
    document.body.append(part);
    part.remove();
    await settled();
    expect(network.asked).to.deep.equal([]);
    expect(part.rooms).to.deep.equal([]);
  });
});
