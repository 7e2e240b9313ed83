import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { PlayerHarness, refusePlay } from '../../../test/fixtures/player-harness.js';
import type { Metric, StartMetric, SummaryMetric } from '../../core/metric.js';
import '../../define/qun-live-player.js';
import { meter } from '../../media/meter/meter-part.js';
import type { QunMetricEvent } from '../../events/qun-metric-event.js';
import type { QunLivePlayer } from './live-player.js';

const TIMEOUT = { timeout: 30_000 };

/** What the page is told, wherever in it the player stands. */
function listen(): {
  readonly told: Metric[];
  named<N extends Metric['name']>(name: N): Extract<Metric, { name: N }>[];
} {
  const told: Metric[] = [];
  const hear = (event: Event) => void told.push((event as QunMetricEvent).detail);
  document.addEventListener('qun-metric', hear);
  stops.push(() => document.removeEventListener('qun-metric', hear));
  return { told, named: name => told.filter(one => one.name === name) as never };
}

const stops: (() => void)[] = [];

describe('the figures of a player', function () {
  this.timeout(60_000);

  afterEach(() => {
    fixtureCleanup();
    for (const stop of stops.splice(0)) stop();
  });

  it('tell how it started, stood still, came back, and what it was in all', async () => {
    const { told, named } = listen();
    const stream = new LiveStream();
    const player = await fixture<QunLivePlayer>(
      html`<qun-live-player autoplay src=${stream.src} style="width:160px"></qun-live-player>`,
    );
    const harness = new PlayerHarness(player);
    await harness.moves();
    await waitUntil(() => named('start').length === 1, 'tells of its start', TIMEOUT);
    const start = named('start')[0] as StartMetric;
    expect(start).to.include({ outcome: 'playing', autoplay: 'muted', engine: 'hls' });
    // A picture that came before the engine does not know yet whether more is to come.
    expect(start.live).to.not.equal(false);
    const { script = NaN, entry = NaN, playlist = NaN, segment = NaN } = start.steps;
    expect([script <= start.ms, entry <= playlist, playlist <= segment, segment <= start.ms]).to.eql(
      Array(4).fill(true),
    );
    await stream.fail('all', 2);
    harness.drain();
    await waitUntil(() => named('stall').length > 0, 'stands still, and moves again', TIMEOUT);
    player.remove();
    await waitUntil(() => named('summary').length > 0, 'tells of the whole', TIMEOUT);
    const summary = named('summary').pop() as SummaryMetric;
    const stalled = named('stall').reduce((sum, { ms }) => sum + ms, 0);
    expect(summary).to.include({
      because: 'left',
      live: true,
      startMs: start.ms,
      stalls: named('stall').length,
    });
    expect(Math.abs(summary.stalledMs - stalled)).to.be.at.most(summary.stalls);
    expect(summary.stallRatio).to.be.within(0.01, 0.99);
    expect(summary.latencyS!.p50).to.be.within(0, 60);
    expect(summary.bitrate).to.be.above(1000);
    expect(new Set(told.map(({ watch }) => watch)).size).to.equal(1);
    // Nothing of the address, which may let others in.
    expect(JSON.stringify(told)).to.not.include('live-media');
  });

  it('tell of a viewer who would not wait', async () => {
    const { named } = listen();
    const stream = new LiveStream();
    await stream.hold('segment');
    const player = await fixture<QunLivePlayer>(
      html`<qun-live-player autoplay src=${stream.src} style="width:160px"></qun-live-player>`,
    );
    await waitUntil(async () => (await stream.asked()).segment > 0, 'asks for media', TIMEOUT);
    await waitUntil(() => meter.here !== undefined, 'watches closely', TIMEOUT);
    player.remove();
    await waitUntil(() => named('start').length === 1, 'tells', TIMEOUT);
    expect(named('start')[0]).to.include({ outcome: 'left', autoplay: 'muted' });
    expect(named('summary')).to.eql([]);
    await stream.hold();
  });

  it('tell of a browser that wanted a tap, without the time that took', async () => {
    const { named } = listen();
    const player = await fixture<QunLivePlayer>(
      html`<qun-live-player
        src=${new LiveStream().src}
        preload="none"
        style="width:160px"
      ></qun-live-player>`,
    );
    const harness = new PlayerHarness(player);
    const refused = refusePlay(harness.video);
    player.autoplay = true;
    await harness.becomes('blocked');
    refused.allow();
    const tapped = performance.now();
    void player.play();
    await harness.moves();
    const waited = performance.now() - tapped;
    await waitUntil(() => named('start').length === 1, 'tells', TIMEOUT);
    expect(named('start')[0]).to.include({ autoplay: 'refused', outcome: 'playing' });
    expect(named('start')[0]!.ms).to.be.at.most(waited);
  });

  it('tell of an error', async () => {
    const { named } = listen();
    const player = await fixture<QunLivePlayer>(
      html`<qun-live-player autoplay src=${new LiveStream().broken} style="width:160px"></qun-live-player>`,
    );
    await new PlayerHarness(player).becomes('error');
    await waitUntil(() => named('start').length === 1, 'tells', TIMEOUT);
    expect(named('error')[0]).to.include({
      code: player.shadowRoot && named('start')[0]!.code,
      started: false,
    });
    expect(named('start')[0]).to.include({ outcome: 'failed' });
  });
});
