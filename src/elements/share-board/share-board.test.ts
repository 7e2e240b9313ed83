import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { asksWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../define/qun-room.js';
import '../../define/qun-share-board.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunForgetMeEvent } from '../../events/qun-forget-me-event.js';
import type { QunShowNameEvent } from '../../events/qun-show-name-event.js';
import { QunError, type ShareBoard } from '../../protocol/index.js';
import { createRoom } from '../../stores/create-room.js';
import type { QunRoom } from '../room/room.js';
import type { QunShareBoard } from './share-board.js';

const row = (rank: number, newViewers: number, name?: string) => ({
  rank,
  newViewers,
  share: `share${rank}`,
  ...(name && { name }),
});
const listed: ShareBoard = { v: 1, at: 1_000_000, rows: [row(1, 1280, 'Lin'), row(2, 30), row(3, 4, 'Mo')] };

const root = (element: QunShareBoard) => element.shadowRoot!;
const part = (element: QunShareBoard, name: string) =>
  root(element).querySelector<HTMLElement>(`[part~="${name}"]`);
const plain = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (element: QunShareBoard) => [...root(element).querySelectorAll('.row')].map(plain);
const tap = async (element: QunShareBoard, words: string) => {
  [...root(element).querySelectorAll('button')].find(one => plain(one) === words)!.click();
  await element.updateComplete;
};

async function alone(props: Partial<QunShareBoard> = {}, lang = 'en'): Promise<QunShareBoard> {
  const box = await fixture(html`<div lang=${lang}></div>`);
  const element = Object.assign(document.createElement('qun-share-board'), { board: listed, ...props });
  box.append(element);
  await element.updateComplete;
  return element;
}

/** In a room whose viewer passes on by `share2`, with a source that says what it is told to. */
async function inRoom({ name = 'Ann', board = listed } = {}) {
  const transport = new FakeTransport();
  transport.session = {
    ...transport.session,
    viewer: { id: 'me', role: 'viewer', ...(name ? { name } : { guest: 4821 }) },
    share: 'share2',
  };
  transport.answer = () => ({});
  const source = { asked: 0, board, json: async () => ((source.asked += 1), source.board) };
  const room = createRoom({ transport });
  const box = await fixture<QunRoom>(
    html`<qun-room lang="en" .roomStore=${room}
      ><qun-share-board .source=${source}></qun-share-board
    ></qun-room>`,
  );
  const element = box.querySelector('qun-share-board')!;
  await until(() => rows(element).length === board.rows.length && part(element, 'own-place'));
  return { transport, source, element, box, room };
}

describe('the board of those who bring friends along', function () {
  this.timeout(PATIENCE_MS);

  it('names who agreed, in both languages, as it changes', async () => {
    const element = await alone();
    expect(rows(element)).to.eql(['1 Lin 1,280 came', '2 A viewer 30 came', '3 Mo 4 came']);
    element.parentElement!.lang = 'zh-CN';
    await until(() => rows(element)[1] === '2 匿名观众 带来 30 人');
    element.board = { ...listed, rows: [row(1, 2, 'Mo')] };
    await element.updateComplete;
    expect(rows(element)).to.eql(['1 Mo 带来 2 人']);
  });

  it('invites where nobody is on it yet, in the page’s own words if it has some', async () => {
    const element = await alone({ board: { ...listed, rows: [] } });
    expect(plain(part(element, 'empty'))).to.contain('Nobody here yet');
    expect(part(element, 'rows')!.hidden).to.equal(true);
    const own = document.createElement('p');
    own.slot = 'empty';
    element.append(own);
    const slot = root(element).querySelector<HTMLSlotElement>('slot[name=empty]')!;
    expect(slot.assignedElements()).to.eql([own]);
    expect(part(await alone(), 'empty')!.hidden).to.equal(true);
  });

  it('can be used by everybody: listed, empty, asked, dark, large and narrow', async () => {
    const element = await alone({ own: 'share2' });
    await expect(element).to.be.accessible();
    await tap(element, 'Take me off');
    const box = element.parentElement!;
    box.style.cssText = 'color-scheme: dark; --qun-text-scale: 1.25; width: 300px; background: #1a1817';
    await expect(element).to.be.accessible();
    expect(root(element).querySelector('.base')!.scrollWidth).to.be.at.most(300);
    await expect(await alone({ board: { ...listed, rows: [] } }, 'zh-CN')).to.be.accessible();
  });

  it('marks one’s own row, and offers nothing to who has no share', async () => {
    const mine = await alone({ own: 'share3' });
    const own = root(mine).querySelector('[aria-current=true]');
    expect(plain(own)).to.equal('3 Mo You 4 came');
    const other = await alone({
      own: 'older',
      board: { ...listed, rows: [row(1, 9), { ...row(2, 4), also: ['old', 'older'] }] },
    });
    expect(plain(root(other).querySelector('[aria-current=true]'))).to.match(/^2 .* You 4 came$/);
    const nobody = await alone();
    expect(root(nobody).querySelector('[aria-current]') === null).to.equal(true);
    expect(part(nobody, 'own-place') === null).to.equal(true);
    const far = await alone({ own: 'share99' });
    expect(plain(part(far, 'own-place'))).to.contain('You are not on the list yet');
    expect(part(await alone({ own: 'share3', withoutChoice: true }), 'own-place') === null).to.equal(true);
  });

  it('asks the room to show the name, by key as by tap, and looks again', async () => {
    const { transport, source, element } = await inRoom();
    const choice = () => part(element, 'switch')!;
    expect(plain(choice())).to.contain('Now you are listed without a name');
    const before = source.asked;
    source.board = { ...listed, rows: [row(1, 1280, 'Lin'), row(2, 30, 'Ann')] };
    choice().focus();
    await sendKeys({ press: 'Space' });
    await until(() => choice().getAttribute('aria-checked') === 'true');
    expect(transport.sent.map(({ command }) => command)).to.eql([{ type: 'share.show', name: true }]);
    await until(() => source.asked > before && rows(element)[1] === '2 Ann You 30 came');
    expect(plain(choice())).to.contain('Others see “Ann”');
    choice().click();
    await until(() => choice().getAttribute('aria-checked') === 'false');
    expect(transport.sent[1]!.command).to.eql({ type: 'share.show', name: false });
  });

  it('stays as it is where the room refuses, and says so to the page', async () => {
    const { transport, element } = await inRoom();
    transport.answer = () => Promise.reject(new QunError('not-allowed'));
    const codes: string[] = [];
    element.addEventListener('qun-error', event => codes.push((event as QunErrorEvent).error.code));
    part(element, 'switch')!.click();
    await until(() => codes.length > 0);
    await element.updateComplete;
    expect(codes).to.eql(['not-allowed']);
    expect(part(element, 'switch')!.getAttribute('aria-checked')).to.equal('false');
  });

  it('leaves it to the page that wants it: prevented nothing changes, answered the outcome is shown', async () => {
    const element = await alone({ own: 'share3', board: { ...listed, rows: [row(1, 3), row(3, 2)] } });
    const checked = () => part(element, 'switch')!.getAttribute('aria-checked');
    const asked: boolean[] = [];
    const prevent = (event: QunShowNameEvent) => (asked.push(event.show), event.preventDefault());
    element.addEventListener('qun-show-name', prevent);
    part(element, 'switch')!.click();
    await element.updateComplete;
    expect([asked, checked()]).to.eql([[true], 'false']);
    element.removeEventListener('qun-show-name', prevent);
    element.addEventListener('qun-show-name', event => event.respondWith(Promise.resolve()));
    part(element, 'switch')!.click();
    await until(() => checked() === 'true');
  });

  it('forgets a viewer who means it, and not before', async () => {
    const { transport, element } = await inRoom();
    await tap(element, 'Take me off');
    expect(transport.sent).to.eql([]);
    await tap(element, 'Cancel');
    expect(root(element).querySelector('.confirm') === null).to.equal(true);
    await tap(element, 'Take me off');
    await tap(element, 'Yes, forget me');
    await until(() => plain(part(element, 'own-place')) === 'You have been taken off');
    expect(transport.sent.map(({ command }) => command.type)).to.eql(['share.erase']);
    expect(root(element).querySelector('[aria-current]') === null).to.equal(true);
    const page = await alone({ own: 'share1' });
    page.addEventListener('qun-forget-me', (event: QunForgetMeEvent) => event.respondWith(null));
    await tap(page, 'Take me off');
    await tap(page, 'Yes, forget me');
    await until(() => plain(part(page, 'own-place')) === 'You have been taken off');
  });

  it('says to a guest that no name will stand there', async () => {
    const { element } = await inRoom({ name: '' });
    expect(part(element, 'switch') === null).to.equal(true);
    expect(plain(part(element, 'own-place'))).to.contain('Guests are listed without a name');
  });

  it('keeps what it has seen where the way is lost, and ends where it is final', async () => {
    const { element, source } = await inRoom();
    const status = () => root(element).querySelector<HTMLElement>('[role=status]')!;
    source.json = () => Promise.reject(new QunError('network'));
    part(element, 'switch')!.click();
    await until(() => !status().hidden);
    expect(plain(status())).to.equal('The list is not up to date. Trying again…');
    expect(rows(element)).to.have.length(3);
    const lost = await alone({
      board: undefined,
      source: { json: () => Promise.resolve({ rows: 'none' }) },
    } as Partial<QunShareBoard>);
    await until(() => plain(root(lost).querySelector('[role=status]')).length > 0);
    expect(rows(lost)).to.eql([]);
  });

  it('takes what was set before it was one', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = document.createElement('qun-early-board') as QunShareBoard;
    element.board = listed;
    box.append(element);
    const { QunShareBoard: Board } = await import('./share-board.js');
    customElements.define('qun-early-board', class extends Board {});
    await element.updateComplete;
    expect(rows(element)).to.have.length(3);
  });

  it('leaves nothing behind after a hundred comings and goings', () => asksWhileThere('qun-share-board'));
});
