import { expect } from '@open-wc/testing';
import { all, heldTransport, one, placeDesk, tap } from '../../../test/fixtures/host-desk-harness.js';
import { show } from '../../../test/fixtures/live-room-harness.js';
import { until } from '../../../test/fixtures/patience.js';
import '../../define/qun-host-desk.js';
import '../../define/qun-live-player.js';
import '../../define/qun-room-report.js';
import type { FiguresSource } from '../../base/figures-source.js';
import type { RoomReport } from '../../protocol/index.js';

const report: RoomReport = {
  ...{ v: 1, room: 'spring', at: 1_000_000, viewers: 1200, visits: 0, sharers: 0, perSharer: 0, intents: {} },
  ...{ orders: 0, sales: [], refunds: [], referred: { orders: 0, sales: [] } },
  ...{ depths: [], top: [], groups: [], channels: [], times: [] },
};

async function desk(width: number, figures?: FiguresSource) {
  const transport = Object.assign(heldTransport(), figures && { figures });
  const { el } = await placeDesk(transport, { width });
  transport.snapshot(show);
  await until(() => one(el, '.desk'));
  await el.updateComplete;
  return el;
}

describe('the desk’s report', () => {
  for (const width of [390, 1200])
    it(`takes the place of the panels, and gives it back, at ${width} px`, async () => {
      const asked: string[] = [];
      const el = await desk(width, { json: async path => (asked.push(path), report) });
      const panels = all(el, '.panel').length;
      expect(asked).to.eql([]);
      await tap(el, 'Report');
      const shown = one(el, 'qun-room-report')!;
      await until(() => shown.shadowRoot!.querySelector('.tiles'));
      expect(asked).to.eql(['report']);
      expect(all(el, '.panel')).to.have.length(1);
      const [place, box] = [shown.getBoundingClientRect(), el.getBoundingClientRect()];
      expect(place.left >= box.left && place.right <= box.right).to.equal(true);
      await expect(el).to.be.accessible();
      await tap(el, 'Back to the desk');
      expect(all(el, '.panel')).to.have.length(panels);
      expect(one(el, 'qun-room-report') === null).to.equal(true);
    });

  it('is not offered where nobody tells figures', async () => {
    expect(one(await desk(390), '.to-report') === null).to.equal(true);
  });
});
