import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { asksWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../define/qun-room-report.js';
import '../../define/qun-room.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import { parse, QunError, roomReportSchema, type RoomReport } from '../../protocol/index.js';
import type { QunRoomReport } from './room-report.js';

const FIVE = 300_000;
const START = 5_666_400 * FIVE;
const cny = (minor: number) => [{ minor, currency: 'CNY' }];
const sold = (orders: number, minor: number) => ({ orders, sales: minor ? cny(minor) : [] });

const report: RoomReport = {
  ...{ v: 1, room: 'spring', at: START + 4 * FIVE, viewers: 1200, visits: 900, sharers: 40, perSharer: 8.37 },
  ...{
    intents: { card: 50 },
    orders: 12,
    sales: cny(1_234_500),
    refunds: cny(9900),
    referred: sold(7, 700_000),
  },
  depths: [120, 40, 9, 0, 0, 0, 0, 3],
  top: [
    {
      share: 'a7fQ1aZx2bYc',
      depth: 1,
      visits: 90,
      newViewers: 60,
      direct: sold(3, 30_000),
      assisted: sold(1, 10_000),
    },
    {
      share: '-CHEN8',
      guide: 'chen',
      name: 'Chen',
      depth: 1,
      visits: 80,
      newViewers: 30,
      direct: sold(0, 0),
      assisted: sold(0, 0),
    },
  ],
  groups: [
    { group: 'g-1', name: '王姐的茶友群', visits: 300, newViewers: 100, sold: sold(4, 40_000) },
    { group: 'old-friends', visits: 30, newViewers: 10, sold: sold(0, 0) },
  ],
  channels: [
    { via: 'card', visits: 500, newViewers: 100 },
    { via: 'carrier-pigeon', visits: 2, newViewers: 1 },
  ],
  times: [
    { at: START, visits: 3, intents: 1, orders: 0 },
    { at: START + 2 * FIVE, visits: 40, intents: 8, orders: 2 },
    { at: START + 3 * FIVE, visits: 5, intents: 0, orders: 1 },
  ],
};
const nothing: RoomReport = {
  ...{ ...report, viewers: 0, visits: 0, sharers: 0, perSharer: 0, intents: {}, orders: 0, sales: [] },
  ...{ refunds: [], referred: sold(0, 0), depths: [], top: [], groups: [], channels: [], times: [] },
};

const root = (element: QunRoomReport) => element.shadowRoot!;
const one = (element: QunRoomReport, selector: string) => root(element).querySelector<HTMLElement>(selector)!;
const plain = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (table: Element) =>
  [...table.querySelectorAll('tbody tr')].map(row => [...row.children].map(plain).join(' | '));
const tableOf = (element: QunRoomReport, label: string) =>
  root(element).querySelector(`.scroller[aria-label="${label}"] table`)!;
const tap = (element: QunRoomReport, words: string) =>
  [...root(element).querySelectorAll('button')].find(button => plain(button) === words)!.click();

async function place(
  props: Partial<QunRoomReport>,
  { lang = 'en', width = 900 } = {},
): Promise<QunRoomReport> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('qun-room-report'), props);
  box.append(element);
  await element.updateComplete;
  return element;
}

describe('the report of a room', function () {
  this.timeout(PATIENCE_MS);

  it('is shown as the server tells it, and as it changes, in both languages', async () => {
    // What stands here is what a server may say.
    expect(parse(roomReportSchema, report)).to.eql(report);
    const element = await place({ figures: report });
    const tiles = () => [...root(element).querySelectorAll('.tile')].map(plain);
    expect(tiles()[0]).to.equal('Viewers 1,200');
    expect(tiles()).to.include('Sales ¥12,345 12 orders');
    expect(tiles()).to.include('Given back ¥99');
    element.parentElement!.lang = 'zh-CN';
    await until(() => tiles()[0] === '观众 1,200');
    expect(plain(one(element, 'h2'))).to.equal('本场数据');
    element.figures = { ...report, viewers: 1201 };
    await element.updateComplete;
    expect(tiles()[0]).to.equal('观众 1,201');
    element.parentElement!.lang = 'zh-TW';
    await until(() => plain(one(element, 'h2')) === '本場資料');
  });

  it('has every drawing as a table too', async () => {
    const element = await place({ figures: report });
    const times = rows(tableOf(element, 'Over time')).map(row => row.replace(/^[^|]*/, ''));
    expect(times).to.eql(['| 3 | 1 | 0', '| 0 | 0 | 0', '| 40 | 8 | 2', '| 5 | 0 | 1']);
    const depths = rows(tableOf(element, 'How far the link travelled'));
    expect([depths[0], depths[7]]).to.eql(['Passed on 1× | 120', 'Passed on 8× or more | 3']);
    expect(rows(tableOf(element, 'By which way they came'))).to.eql([
      'WeChat card | 500 | 100',
      'carrier-pigeon | 2 | 1',
    ]);
    expect(rows(tableOf(element, 'From which groups'))).to.eql([
      '王姐的茶友群 | 300 | 100 | 4 | ¥400',
      'old-friends | 30 | 10 | 0 | 0',
    ]);
    expect(rows(tableOf(element, 'Who brought most'))).to.eql([
      'Viewer a7fQ | 60 | 90 | ¥300 | ¥100',
      'Chen Staff | 30 | 80 | 0 | 0',
    ]);
  });

  it('draws columns as high as what they mean', async () => {
    const element = await place({ figures: report });
    const heights = [...root(element).querySelectorAll('[role=img] rect')].map(rect =>
      Number(rect.getAttribute('height')),
    );
    expect(heights).to.have.length(8);
    expect(heights[0]! / heights[1]!).to.be.closeTo(3, 0.01);
    expect(heights[3]).to.equal(0);
    expect(one(element, '[role=img]').getAttribute('aria-label')).to.contain(
      'Passed on 1× 120, Passed on 2× 40',
    );
  });

  it('is walked through in time by keys and by pointer, and says what was then', async () => {
    const element = await place({ figures: report });
    const slider = one(element, '[role=slider]');
    const text = () => slider.getAttribute('aria-valuetext')!.replace(/^.*?: /, '');
    const now = () => slider.getAttribute('aria-valuenow');
    expect([slider.getAttribute('aria-valuemax'), now()]).to.eql(['3', '3']);
    slider.focus();
    await sendKeys({ press: 'Home' });
    await element.updateComplete;
    expect([now(), text()]).to.eql(['0', 'Link openings 3 · Ways of sharing opened 1 · Orders 0']);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect([now(), text()]).to.eql(['2', 'Link openings 40 · Ways of sharing opened 8 · Orders 2']);
    expect(root(element).querySelectorAll('.mark')).to.have.length(3);
    slider.blur();
    await element.updateComplete;
    expect(root(element).querySelectorAll('.mark')).to.have.length(0);
    const { left, width } = slider.getBoundingClientRect();
    slider.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 46, bubbles: true }));
    await element.updateComplete;
    expect(now()).to.equal('0');
    slider.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width, bubbles: true }));
    await element.updateComplete;
    expect(now()).to.equal('3');
  });

  it('is printed dark on white, however dark its page is', async () => {
    const element = await place({ figures: report });
    element.parentElement!.style.cssText =
      'color-scheme: dark; --qun-color-text: #fdeee0; --qun-color-text-muted: #e2b9a4; --qun-color-surface: #3c0a0d';
    const colour = (selector: string, name: 'color' | 'backgroundColor') =>
      getComputedStyle(one(element, selector))[name];
    expect(colour('.tile', 'backgroundColor')).to.equal('rgb(60, 10, 13)');
    await emulateMedia({ media: 'print' });
    try {
      expect(colour('.tile', 'backgroundColor')).to.equal('rgb(255, 255, 255)');
      for (const words of ['h2', '.tile b', 'tbody th'])
        expect(colour(words, 'color')).to.equal('rgb(29, 26, 24)');
      expect(colour('.tile dt', 'color')).to.equal('rgb(103, 96, 91)');
      expect(getComputedStyle(one(element, '.files')).display).to.equal('none');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('can be used by everybody: wide, narrow, dark, large, empty and shut out', async () => {
    const element = await place({ figures: report });
    for (const details of root(element).querySelectorAll('details')) details.open = true;
    await expect(element).to.be.accessible();
    const small = await place({ figures: report }, { width: 320, lang: 'zh-CN' });
    small.parentElement!.style.setProperty('color-scheme', 'dark');
    small.parentElement!.style.setProperty('--qun-text-scale', '1.25');
    await until(() => root(small).querySelector('.wide') === null);
    await expect(small).to.be.accessible();
    expect(one(small, '.base').scrollWidth).to.be.at.most(320);
    await expect(await place({ figures: nothing })).to.be.accessible();
    await expect(await place({})).to.be.accessible();
  });

  it('is friendly before anything has happened, and where nobody has signed in', async () => {
    const empty = await place({ figures: nothing });
    expect(plain(one(empty, '.charts'))).to.equal('Nothing yet. It fills by itself once links are opened.');
    expect(plain(one(await place({}), '.blank'))).to.contain("Open this page from your shop's own app");
  });

  it('looks again and again, keeps what it saw where the way is lost, and says so', async () => {
    let fails = false;
    const source = {
      json: async (path: string) => {
        expect(path).to.equal('report');
        if (fails) throw new QunError('network');
        return report;
      },
    };
    const element = await place({ source });
    await until(() => root(element).querySelector('.tiles'));
    fails = true;
    element.source = { ...source };
    await until(() => plain(one(element, '.blank')).length > 0);
    fails = false;
    tap(element, 'Try again');
    await until(() => root(element).querySelector('.tiles'));
  });

  it('shuts out who is no staff, and tells the page', async () => {
    const element = document.createElement('qun-room-report');
    element.source = { json: () => Promise.reject(new QunError('not-allowed')) };
    const told = oneEvent(element, 'qun-error');
    (await fixture(html`<div lang="en"></div>`)).append(element);
    expect(((await told) as unknown as QunErrorEvent).error.code).to.equal('not-allowed');
    await element.updateComplete;
    expect(plain(one(element, '.blank p'))).to.equal('Only the host and assistants see this');
  });

  it('gives files, one at a time, and says where one did not come', async () => {
    const asked: string[] = [];
    let give!: (file: Blob) => void;
    const source = {
      json: async () => report,
      file: (path: string) => {
        asked.push(path);
        return asked.length === 1
          ? new Promise<Blob>(done => (give = done))
          : Promise.reject(new QunError('network'));
      },
    };
    const element = await place({ source });
    await until(() => root(element).querySelector('[part=files]'));
    const downloads: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      downloads.push(this.download);
    };
    tap(element, 'Who brought whom');
    await element.updateComplete;
    expect(root(element).querySelectorAll('[part=files] button:disabled')).to.have.length(4);
    give(new Blob(['a']));
    await until(() => downloads.length > 0);
    HTMLAnchorElement.prototype.click = click;
    expect([asked, downloads]).to.eql([['chain.csv'], ['spring-chain.csv']]);
    await element.updateComplete;
    tap(element, 'Orders');
    await until(() => plain(one(element, '[role=alert]')) === 'The file did not come. Please try again');
    const alone = await place({ figures: report });
    expect(root(alone).querySelector('[part=files]') === null).to.equal(true);
  });

  it('asks nobody without a token, in a room whose server it does not know, and takes what stands in its slot', async () => {
    const transport = new FakeTransport();
    const box = await fixture(
      html`<qun-room lang="en" .transport=${transport}
        ><qun-room-report><p slot="footer">Ours</p></qun-room-report></qun-room
      >`,
    );
    const element = box.querySelector('qun-room-report')!;
    await until(() => element.roomStore);
    await element.updateComplete;
    expect(plain(one(element, '.blank'))).to.contain('Open this page');
    const slot = root(element).querySelector<HTMLSlotElement>('slot[name=footer]')!;
    expect(plain(slot.assignedElements()[0])).to.equal('Ours');
  });

  it('takes what was set before it was one', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = document.createElement('qun-early-report') as QunRoomReport;
    element.figures = report;
    box.append(element);
    const { QunRoomReport: Report } = await import('./room-report.js');
    customElements.define('qun-early-report', class extends Report {});
    await element.updateComplete;
    expect(root(element).querySelectorAll('.tile')).to.have.length(7);
  });

  it('fills every row of figures, with and without what was given back', async () => {
    for (const refunds of [report.refunds, []])
      for (const width of [900, 340]) {
        const element = await place({ figures: { ...report, refunds } }, { width });
        await until(() => one(element, '.tiles') && (width === 900) === (one(element, '.wide') !== null));
        const ends = new Map<number, number>();
        for (const tile of root(element).querySelectorAll('.tile')) {
          const { top, right } = tile.getBoundingClientRect();
          ends.set(top, right);
        }
        const { right } = one(element, '.tiles').getBoundingClientRect();
        for (const end of ends.values()) expect(end, `${width}, ${refunds.length}`).to.be.closeTo(right, 1);
      }
  });

  it('leaves nothing behind after a hundred comings and goings', () => asksWhileThere('qun-room-report'));

  it('is asked for once, also where the room comes after the one who tells it', async () => {
    const asked: string[] = [];
    const source = { json: async (path: string) => (asked.push(path), report) };
    const el = await fixture<QunRoomReport>(
      html`<qun-room-report room="late" .source=${source}></qun-room-report>`,
    );
    await until(() => el.shadowRoot!.querySelector('.tiles'));
    const room = await fixture(html`<qun-room id="late" .transport=${new FakeTransport()}></qun-room>`);
    await until(() => el.roomStore === (room as unknown as { roomStore: unknown }).roomStore);
    // A look that had been asked for again would have forgotten what was seen.
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('.tiles') === null).to.equal(false);
    expect(asked).to.eql(['report']);
  });
});
