import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import '../../define/qun-reaction-button.js';
import '../../define/qun-room.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunReactEvent } from '../../events/qun-react-event.js';
import { QunError } from '../../protocol/index.js';
import { QunReactionButton } from './reaction-button.js';

const inside = (element: QunReactionButton) => element.shadowRoot!.querySelector('button')!;
const figure = (element: QunReactionButton) =>
  element.shadowRoot!.querySelector('[part=count]')?.textContent ?? '';
const said = (element: QunReactionButton) =>
  element.shadowRoot!.querySelector('[role=status]')!.textContent ?? '';
const hearts = (element: QunReactionButton) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.heart'),
];
const rising = (element: QunReactionButton) =>
  hearts(element).filter(heart => heart.getAnimations().length > 0).length;

const { now } = performance;
let ahead = 0;
/** The next taps are due, rather than in some seconds. */
function later(element: QunReactionButton): void {
  ahead += 60_000;
  element.requestUpdate();
}
beforeEach(() => {
  performance.now = () => now.call(performance) + ahead;
});
afterEach(() => {
  performance.now = now;
});

async function alone(likes = 0, lang = 'en'): Promise<QunReactionButton> {
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang}><qun-reaction-button likes=${likes}></qun-reaction-button></div>`,
  );
  const element = box.querySelector('qun-reaction-button')!;
  await element.updateComplete;
  await nextFrame();
  return element;
}

async function inRoom(lang = 'en') {
  const transport = new FakeTransport();
  transport.answer = () => ({ likes: 0 });
  const room = await fixture<HTMLElement>(
    html`<qun-room lang=${lang} .transport=${transport}
      ><qun-reaction-button></qun-reaction-button
    ></qun-room>`,
  );
  const element = room.querySelector('qun-reaction-button')!;
  await element.updateComplete;
  transport.snapshot();
  transport.tick({ likes: 1200 });
  await element.updateComplete;
  const counts = () =>
    transport.sent.map(({ command }) => (command.type === 'reaction.send' ? command.count : 0));
  return { transport, room, element, counts };
}

async function tap(element: QunReactionButton, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) inside(element).click();
  await element.updateComplete;
}

describe('qun-reaction-button', function () {
  this.timeout(PATIENCE_MS);
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('shows the likes of the room as its reader’s language shortens them', async () => {
    const { element, room } = await inRoom();
    expect(figure(element)).to.equal('1.2K');
    room.lang = 'zh-CN';
    await until(() => inside(element).getAttribute('aria-label') === '点赞');
    expect(element.shadowRoot!.querySelector('#total')!.textContent).to.equal('1,200个赞');
    await expect(element).to.be.accessible();
    element.compact = true;
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('shows no figure while there is none, and none where the page wants none', async () => {
    const element = await alone();
    expect(figure(element)).to.equal('');
    element.likes = 5;
    await element.updateComplete;
    expect(figure(element)).to.equal('5');
    element.withoutCount = true;
    await element.updateComplete;
    expect(figure(element)).to.equal('');
  });

  it('gives a thumb’s taps as one, and counts them at once', async () => {
    const { element, transport, counts } = await inRoom();
    transport.answer = () => ({ likes: 1213 });
    transport.tick({ likes: 900 });
    await tap(element, 5);
    expect(element.total).to.equal(1205);
    expect(counts()).to.deep.equal([]);
    later(element);
    await until(() => counts().length === 1);
    expect(counts()).to.deep.equal([5]);
    await until(() => element.total === 1213);
    expect(counts().length).to.equal(1);
  });

  it('finds its room by id, and begins anew with another', async () => {
    const { room } = await inRoom();
    room.id = 'stage';
    const element = await fixture<QunReactionButton>(
      html`<qun-reaction-button room="stage" lang="en"></qun-reaction-button>`,
    );
    await until(() => element.total === 1200);
    element.room = 'elsewhere';
    await until(() => element.total === 0);
  });

  it('never goes back, whatever is heard', async () => {
    const { element, transport } = await inRoom();
    const seen: number[] = [];
    for (const likes of [1300, 1250, 1400, 0]) {
      transport.tick({ likes });
      await element.updateComplete;
      seen.push(element.total);
    }
    expect(seen).to.deep.equal([1300, 1300, 1400, 1400]);
  });

  it('keeps what did not get through, and gives it again', async () => {
    const { element, transport, counts } = await inRoom();
    transport.answer = () => Promise.reject(new QunError('overloaded', { retryAfterMs: 1 }));
    await tap(element, 4);
    later(element);
    await until(() => counts().length === 1);
    transport.answer = () => ({ likes: 1204 });
    await tap(element, 2);
    later(element);
    await until(() => counts().length === 2);
    expect(counts()).to.deep.equal([4, 4]);
    expect(transport.sent[0]!.key).to.equal(transport.sent[1]!.key);
    later(element);
    await until(() => counts().length === 3);
    expect(counts()[2]).to.equal(2);
  });

  it('says what is wrong where likes are refused for good', async () => {
    const { element, transport } = await inRoom();
    transport.answer = () => Promise.reject(new QunError('room-ended'));
    const faults: string[] = [];
    element.addEventListener('qun-error', event => faults.push((event as QunErrorEvent).error.code));
    await tap(element);
    later(element);
    await until(() => faults.length === 1);
    expect(faults).to.deep.equal(['room-ended']);
    expect(element.total).to.equal(1201);
  });

  it('is closed when the show is over', async () => {
    const { element, transport } = await inRoom();
    transport.control('room.phase', { phase: 'ended' });
    await until(() => inside(element).disabled);
    element.react();
    expect(element.total).to.equal(1200);
  });

  it('tells those who listen once a drumming is over, and not of each tap', async () => {
    const { element, transport, counts } = await inRoom();
    transport.answer = () => ({ likes: 1203 });
    await tap(element, 3);
    expect(said(element)).to.equal('');
    later(element);
    await until(() => counts().length === 1 && said(element) !== '');
    expect(said(element)).to.equal('You gave 3. 1,203 likes in all.');
  });

  it('gives what was tapped also where it is taken away', async () => {
    const { element, counts } = await inRoom();
    await tap(element, 2);
    element.remove();
    await until(() => counts().length === 1);
    expect(counts()).to.deep.equal([2]);
  });

  it('is a button by mouse and by keys', async () => {
    const element = await alone(10);
    const { left, top, width, height } = inside(element).getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
    await until(() => element.total === 11);
    inside(element).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    await until(() => element.total === 13);
    expect(inside(element).parentElement!.matches('.given')).to.equal(true);
  });
});

describe('qun-reaction-button without a room', function () {
  this.timeout(PATIENCE_MS);

  it('asks the page, which counts', async () => {
    const element = await alone(7);
    const asked: number[] = [];
    element.parentElement!.addEventListener('qun-react', (event: QunReactEvent) => {
      asked.push(event.count);
      event.respondWith(Promise.resolve(50));
    });
    const told = new Promise<[number, number | undefined]>(resolve =>
      element.addEventListener('qun-reacted', ({ count, total }) => resolve([count, total])),
    );
    await tap(element, 2);
    later(element);
    expect(await told).to.deep.equal([2, 50]);
    expect(asked).to.deep.equal([2]);
    expect(element.total).to.equal(50);
  });

  it('takes taps for counted where the page only prevents', async () => {
    const element = await alone(7);
    element.addEventListener('qun-react', event => event.preventDefault());
    const told = new Promise<unknown>(resolve =>
      element.addEventListener('qun-reacted', ({ total }) => resolve(total)),
    );
    await tap(element);
    later(element);
    expect(await told).to.equal(undefined);
    expect(element.total).to.equal(8);
  });

  it('gives again what the page could not count for the moment', async () => {
    const element = await alone();
    const asked: number[] = [];
    element.addEventListener('qun-react', (event: QunReactEvent) => {
      asked.push(event.count);
      event.respondWith(
        asked.length === 1 ? Promise.reject({ code: 'rate-limited', retryAfterMs: 1 }) : Promise.resolve(),
      );
    });
    await tap(element, 3);
    later(element);
    await until(() => asked.length === 1);
    await element.updateComplete;
    later(element);
    await until(() => asked.length === 2);
    expect(asked).to.deep.equal([3, 3]);
  });

  it('says that there is nobody to give them to', async () => {
    const element = await alone();
    const faults: string[] = [];
    element.addEventListener('qun-error', event => faults.push((event as QunErrorEvent).error.code));
    await tap(element);
    later(element);
    await until(() => faults.length === 1);
    expect(faults).to.deep.equal(['no-room']);
  });

  it('takes what was set before it was known', async () => {
    const early = document.createElement('qun-reaction-button-early') as QunReactionButton;
    early.likes = 33;
    customElements.define('qun-reaction-button-early', class extends QunReactionButton {});
    document.body.append(early);
    await early.updateComplete;
    expect(early.total).to.equal(33);
    early.remove();
  });
});

describe('hearts', function () {
  this.timeout(PATIENCE_MS);
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('rise for every tap, of few nodes, however fast', async () => {
    const element = await alone();
    element.addEventListener('qun-react', event => event.preventDefault());
    await tap(element);
    expect(rising(element)).to.equal(1);
    await tap(element, 100);
    expect(rising(element)).to.be.within(2, 14);
    expect(hearts(element).length).to.be.at.most(14);
    await until(() => rising(element) === 0);
    await tap(element);
    expect(hearts(element).length).to.be.at.most(14);
  });

  it('of others rise with the total, a few at a time, and not where the page wants none', async () => {
    const { element, transport } = await inRoom();
    transport.tick({ likes: 1900 });
    await until(() => rising(element) > 0);
    expect(rising(element)).to.be.at.most(3);
    await until(() => rising(element) === 0);
    element.ownOnly = true;
    transport.tick({ likes: 2900 });
    await element.updateComplete;
    expect(rising(element)).to.equal(0);
  });

  it('stay down where less motion is wanted', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await alone();
    element.addEventListener('qun-react', event => event.preventDefault());
    await tap(element, 3);
    expect(hearts(element).length).to.equal(0);
    expect(element.total).to.equal(3);
  });

  it('rise from where a finger taps the picture twice', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <qun-live-player></qun-live-player><qun-reaction-button double-tap></qun-reaction-button>
      </div>`,
    );
    const element = box.querySelector('qun-reaction-button')!;
    await element.updateComplete;
    element.addEventListener('qun-react', event => event.preventDefault());
    const picture = box.querySelector('qun-live-player')!;
    const up = (clientX: number, pointerType = 'touch') =>
      picture.dispatchEvent(
        new PointerEvent('pointerup', { pointerType, isPrimary: true, clientX, clientY: 100, bubbles: true }),
      );
    up(100);
    expect(element.total).to.equal(0);
    up(104);
    expect(element.total).to.equal(1);
    up(300);
    up(60, 'mouse');
    up(60, 'mouse');
    expect(element.total).to.equal(1);
    element.doubleTap = false;
    await element.updateComplete;
    up(60);
    up(60);
    expect(element.total).to.equal(1);
  });

  it('leave nothing, however often the button comes and goes', async () => {
    const watch = watchListeners(document, window);
    const element = await alone();
    element.addEventListener('qun-react', event => event.preventDefault());
    const box = element.parentElement!;
    element.remove();
    const before = watch.left().length;
    for (let round = 0; round < 100; round += 1) {
      box.append(element);
      await tap(element);
      element.remove();
      expect(rising(element)).to.equal(0);
    }
    expect(watch.left().length).to.equal(before);
    expect(document.getAnimations().length).to.equal(0);
    watch.stop();
  });
});
