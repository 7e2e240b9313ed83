import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { onAir } from '../../../test/fixtures/picture.js';
import { PlayerHarness } from '../../../test/fixtures/player-harness.js';
import '../../define/qun-live-player.js';
import '../../define/qun-room.js';
import type { ControlEvent, HistoryPage, RoomState } from '../../protocol/index.js';
import type { QunLivePlayer } from './live-player.js';

const TIMEOUT = { timeout: 20_000 };

/** A room whose log says what was shown so many seconds after `from`, ms since 1970. */
class Remembering extends FakeTransport {
  log: ControlEvent[] = [];

  remember(from: number, pins: readonly (readonly [second: number, productId: string])[]): void {
    const show = { room: 'spring', title: 'x', host: { name: 'y' }, stream: null, share: {}, startsAt: null };
    const deeds = [
      [0, 'show.load', { show: { ...show, notice: null, products: onAir.products, coupons: [] } }],
      [0, 'room.phase', { phase: 'live' }],
      ...pins.map(([second, productId]) => [second, 'pin.add', { productId }]),
      [3600, 'room.phase', { phase: 'replay' }],
    ] as [number, string, object][];
    this.log = deeds.map(([second, type, data], i) => {
      const at = from + second * 1000;
      return {
        v: 1,
        room: 'spring',
        epoch: this.epoch,
        seq: i + 1,
        at,
        type,
        data,
      } as unknown as ControlEvent;
    });
    this.seq = this.log.length;
  }

  async history(): Promise<HistoryPage> {
    const place = { room: 'spring', epoch: this.epoch, after: 0, seq: this.seq, head: this.seq };
    return { v: 1, ...place, events: this.log };
  }
}

async function open(state: (stream: LiveStream) => Partial<RoomState>, transport = new Remembering()) {
  const stream = new LiveStream(true);
  const place = await fixture(html`
    <div lang="en">
      <qun-room .transport=${transport}><qun-live-player autoplay></qun-live-player></qun-room>
    </div>
  `);
  const player = place.querySelector<QunLivePlayer>('qun-live-player')!;
  player.style.height = '480px';
  await waitUntil(() => player.roomStore !== undefined && transport.open > 0);
  const harness = new PlayerHarness(player);
  return {
    ...{ transport, player, harness, stream, place },
    enter: () => transport.snapshot({ ...onAir, ...state(stream) }),
    pins: () => player.roomStore!.$shown.get()?.pins.map(pin => pin.productId),
    chapters: () => player.roomStore!.$chapters.get().map(({ productId }) => productId),
  };
}

/** Makes the stream stand, so that its recording is one; resolves with the date of its first picture, ms since 1970. */
async function firstDate(stream: LiveStream): Promise<number> {
  await stream.set('freeze', true);
  const text = await (await fetch(stream.recording)).text();
  return Date.parse(/DATE-TIME:(\S+)/.exec(text)![1]!);
}

const recorded = (stream: LiveStream): Partial<RoomState> => ({
  phase: 'replay',
  stream: { src: new URL(stream.recording, location.href).href },
});

describe('a player and the picture of its room', function () {
  this.timeout(60_000);
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('shows in a recording what was shown when it was made, and gives its chapters to the timeline', async () => {
    const it = await open(recorded);
    const from = await firstDate(it.stream);
    it.transport.remember(from, [
      [0, 'a'],
      [10, 'b'],
      [20, 'c'],
    ]);
    it.enter();
    await it.harness.moves();
    await waitUntil(() => it.chapters().length === 3, 'the chapters are there', TIMEOUT);
    await waitUntil(() => String(it.pins()) === 'a', 'the first is shown', TIMEOUT);
    it.player.seek(21);
    await waitUntil(() => String(it.pins()) === 'c,b,a', 'forwards', TIMEOUT);
    it.player.roomStore!.seek(from + 10_000);
    await waitUntil(() => String(it.pins()) === 'b,a', 'and back, as the room asks', TIMEOUT);
    expect(it.player.currentTime).to.be.within(9.5, 19);
    await waitUntil(
      () => it.harness.part('timeline')?.querySelectorAll('.mark').length === 2,
      'marks',
      TIMEOUT,
    );
  });

  it('takes a recording without dates to begin when the show went live', async () => {
    const it = await open(stream => ({
      phase: 'replay',
      stream: { src: new URL(stream.recording.replace('recording', 'undated'), location.href).href },
    }));
    it.transport.remember(1_700_000_000_000, [
      [0, 'a'],
      [12, 'b'],
    ]);
    it.enter();
    await it.harness.moves();
    await waitUntil(() => String(it.pins()) === 'a', 'the first is shown', TIMEOUT);
    expect(it.player.playheadDate).to.equal(undefined);
    it.player.roomStore!.seek(1_700_000_012_000);
    await waitUntil(() => String(it.pins()) === 'b,a', 'the second is shown', TIMEOUT);
    expect(it.player.currentTime).to.be.within(11.5, 20);
  });

  it('lets everything be shown again when it leaves, and comes back with it', async () => {
    const it = await open(recorded);
    const from = await firstDate(it.stream);
    it.transport.remember(from, [[0, 'a']]);
    it.enter();
    const room = it.player.roomStore!;
    const leave = room.retain();
    await it.harness.moves();
    await waitUntil(() => String(it.pins()) === 'a', 'it is shown', TIMEOUT);
    const place = it.player.parentElement!;
    it.player.remove();
    await waitUntil(() => room.$shown.get() === room.$state.get(), 'the truth', TIMEOUT);
    expect(room.$chapters.get()).to.deep.equal([]);
    place.append(it.player);
    await waitUntil(() => room.$chapters.get().length === 1, 'the picture is back', TIMEOUT);
    leave();
  });

  it('holds a pin of a live show until its picture is there', async () => {
    const it = await open(stream => ({ stream: { src: new URL(stream.src, location.href).href } }));
    it.enter();
    await it.harness.moves();
    await waitUntil(() => it.player.playheadDate !== undefined, 'it has a date', TIMEOUT);
    await waitUntil(() => it.player.span !== undefined, 'it can be sought', TIMEOUT);
    it.transport.at = Date.now();
    it.transport.control('pin.add', { productId: 'a' });
    // What holds back may still be on its way: then it was shown at once.
    await waitUntil(() => String(it.pins()) === 'a', 'the first is shown', TIMEOUT);
    it.transport.at = Date.now();
    it.transport.control('pin.add', { productId: 'b' });
    expect(it.pins()).to.deep.equal(['a']);
    await waitUntil(() => String(it.pins()) === 'b,a', 'the second is shown', TIMEOUT);
    const { mediaAt } = it.player.roomStore!.$shown.get()!.pins[0]!;
    expect(Math.abs(it.player.playheadDate! - mediaAt)).to.be.below(500);
    await waitUntil(() => it.chapters().length > 0, 'a stream that keeps enough has chapters', TIMEOUT);
  });

  it('opens a recording at the time of the page’s link, and goes where a later one leads', async () => {
    location.hash = 'qun-t=0:30';
    const it = await open(recorded);
    const from = await firstDate(it.stream);
    it.transport.remember(from, [
      [0, 'a'],
      [45, 'b'],
    ]);
    it.enter();
    await it.harness.moves();
    expect(it.player.currentTime).to.be.within(29.5, 36);
    location.hash = 'qun-product=b';
    await waitUntil(() => it.player.currentTime >= 44.5, 'the product is shown', TIMEOUT);
    expect(location.hash).to.equal('#qun-product=b');
    location.hash = 'qun-t=5';
    await waitUntil(() => it.player.currentTime < 15, 'the time is sought', TIMEOUT);
  });

  it('follows no link in a live show that does not reach back so far', async () => {
    location.hash = 'qun-t=0:30';
    const it = await open(stream => ({ stream: { src: new URL(stream.src, location.href).href } }));
    it.enter();
    await it.harness.moves();
    await waitUntil(() => it.player.span !== undefined, 'it can be sought', TIMEOUT);
    expect(it.player.latency).to.be.below(20);
  });
});
