import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { coupon } from '../../../test/fixtures/coupons.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { onAir } from '../../../test/fixtures/picture.js';
import '../../define/qun-coupon-grab.js';
import '../../define/qun-room.js';
import { presenting } from '../../stores/stage.js';

/** A room with one coupon that the host has not sent, and a picture `behindMs` behind. */
async function open(behindMs: number) {
  const transport = new FakeTransport();
  const place = await fixture(html`
    <qun-room lang="en" .transport=${transport}><qun-coupon-grab></qun-coupon-grab></qun-room>
  `);
  const el = place.querySelector('qun-coupon-grab')!;
  await waitUntil(() => transport.open > 0);
  transport.at = Date.now();
  transport.snapshot({ ...onAir, coupons: [coupon({ state: 'draft', opensAt: null })] });
  let moved: () => void = () => undefined;
  const picture = { behindMs };
  const leave = el.roomStore!.present({
    date: () => Date.now() - picture.behindMs,
    latencyS: () => picture.behindMs / 1000,
    watch: told => {
      moved = told;
      return () => undefined;
    },
  });
  await presenting.come();
  await Promise.resolve();
  const send = () => transport.control('coupon.open', { couponId: 'c', opensAt: Date.now(), closesAt: null });
  const offered = async () => {
    await el.updateComplete;
    return el.shadowRoot!.querySelector('[part~=button]') !== null;
  };
  const go = (ms: number) => {
    picture.behindMs = ms;
    moved();
  };
  return { transport, el, send, offered, go, leave };
}

describe('a coupon that the host opens on air', () => {
  it('is offered when the viewer’s picture has come to it', async () => {
    const { send, offered, go, leave } = await open(8000);
    send();
    expect(await offered()).to.equal(false);
    go(0);
    await waitUntil(offered);
    leave();
  });

  it('is never shown as open once it is not: that it is gone is told at once', async () => {
    const { transport, el, send, offered, leave } = await open(8000);
    send();
    expect(await offered()).to.equal(false);
    transport.control('coupon.sold-out', { couponId: 'c' });
    await waitUntil(() => el.shadowRoot!.querySelector('[part~=ticket]')?.textContent.includes('gone'));
    leave();
  });

  it('is offered at once where no picture is presented any more', async () => {
    const { send, offered, leave } = await open(8000);
    send();
    leave();
    await waitUntil(offered);
  });
});
