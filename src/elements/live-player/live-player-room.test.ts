import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { LiveStream } from '../../../test/fixtures/live-stream.js';
import { PlayerHarness } from '../../../test/fixtures/player-harness.js';
import type { RoomState } from '../../protocol/index.js';
import '../../define/qun-live-player.js';
import '../../define/qun-room.js';
import type { QunLivePlayer } from './live-player.js';

const quick = { lookMs: [300], tickMs: 250 };

/** A player in a room whose server is in the test's hand. */
async function open(state: Partial<RoomState> = {}, byId = false) {
  const transport = new FakeTransport();
  const stream = new LiveStream();
  const place = await fixture(html`
    <div lang="en">
      <qun-room id="stage" .transport=${transport}>
        ${byId ? '' : html`<qun-live-player autoplay .policy=${quick}></qun-live-player>`}
      </qun-room>
      ${byId ? html`<qun-live-player room="stage" autoplay .policy=${quick}></qun-live-player>` : ''}
    </div>
  `);
  const player = place.querySelector<QunLivePlayer>('qun-live-player')!;
  player.style.height = '480px';
  const harness = new PlayerHarness(player);
  await waitUntil(() => player.roomStore !== undefined && transport.open > 0);
  const src = new URL(stream.src, location.href).href;
  const poster = new URL('/demo/media/products/teapot.webp', location.href).href;
  transport.snapshot({ stream: { src, poster }, ...state });
  await player.updateComplete;
  return { player: harness, transport, stream };
}

describe('qun-live-player in a room', function () {
  this.timeout(40_000);

  it("plays the room's stream, with its poster", async () => {
    const { player } = await open();
    await player.moves();
    expect(player.part('poster')!.getAttribute('src')).to.contain('teapot.webp');
  });

  it('plays it from anywhere on the page, by the room’s id', async () => {
    const { player } = await open({}, true);
    await player.moves();
  });

  it('plays its own source rather than the room’s', async () => {
    const { player, stream } = await open({ phase: 'warmup' });
    const own = new LiveStream();
    player.player.src = own.src;
    player.player.phase = 'live';
    await player.moves();
    expect((await stream.asked()).master).to.equal(0);
  });

  it('asks for nothing before the show, and begins with it', async () => {
    const { player, transport, stream } = await open({ phase: 'warmup' });
    await player.becomes('waiting');
    expect(player.words).to.contain('Starts soon');
    expect((await stream.asked()).master).to.equal(0);
    await expect(player.player).to.be.accessible();
    transport.control('room.phase', { phase: 'live' });
    await player.moves();
  });

  it('stands still while the host makes a break, and comes back where everybody is', async () => {
    const { player, transport } = await open();
    await player.moves();
    transport.control('room.phase', { phase: 'paused' });
    await player.becomes('waiting');
    expect(player.words).to.contain('Short break');
    expect(player.video.paused).to.equal(true);
    transport.control('room.phase', { phase: 'live' });
    await player.moves();
  });

  it('believes the room that the show is over, although the stream goes on', async () => {
    const { player, transport, stream } = await open();
    await player.moves();
    transport.control('room.phase', { phase: 'ended' });
    await player.becomes('ended');
    expect(player.words).to.contain('Thanks for watching');
    const before = await stream.asked();
    await LiveStream.published(2);
    expect(await stream.asked()).to.deep.equal(before);
    await expect(player.player).to.be.accessible();
  });

  it('believes the room that the show goes on, although the stream was closed', async () => {
    const { player, stream } = await open();
    await player.moves();
    await stream.set('closed', true);
    player.drain();
    await player.becomes('waiting');
    expect(player.words).to.contain('stepped away');
    await stream.set('closed', false);
    await player.moves();
    expect(player.told).not.to.include('ended');
  });

  it('takes an end back', async () => {
    const { player, transport } = await open();
    await player.moves();
    transport.control('room.phase', { phase: 'ended' });
    await player.becomes('ended');
    transport.control('room.phase', { phase: 'live' });
    await player.moves();
  });

  it('lets go of a room that went away', async () => {
    const { player, stream } = await open();
    await player.moves();
    document.querySelector('qun-room')!.replaceWith(player.player);
    await player.becomes('idle');
    const before = await stream.asked();
    await LiveStream.published(2);
    expect(await stream.asked()).to.deep.equal(before);
  });
});
