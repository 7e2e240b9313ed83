import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraw, drawStanding } from '../../core/draw-standing.js';
import type { ClaimAnswer, RoomState } from '../../protocol/index.js';
import { FeedReader, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { makeShow } from '../../../test/fixtures/show.js';

test('every viewer’s own page finds the same winners as the server that drew them', async () => {
  const [coupon] = makeShow().coupons;
  const room = await ServerUnderTest.start({
    shows: [makeShow({ coupons: [{ ...coupon!, total: 3, mode: 'draw' }] })],
  });
  try {
    const snapshot = async () =>
      ((await room.ask('GET', 'snapshot')).body as unknown as { state: RoomState }).state.coupons[0]!;
    const claim = async (token: string) =>
      (await room.send(token, { type: 'coupon.claim', couponId: 'plain' })).body as unknown as ClaimAnswer;
    await room.host({ type: 'coupon.open', couponId: 'plain' });
    const viewers = await Promise.all(Array.from({ length: 12 }, () => room.join()));
    for (const { token } of viewers) assert.equal((await claim(token)).result, 'entered');
    const events = await FeedReader.open(`${await room.listen()}${room.base}/feed`);
    await room.host({ type: 'coupon.stop', couponId: 'plain' });
    for (let type: unknown; type !== 'coupon.drawn';) type = (await events.nextOf('control')).data['type'];
    events.close();
    const drawn = await snapshot();
    assert.equal(checkDraw(drawn, undefined)!.fair, true);
    let won = 0;
    for (const { viewer, token } of viewers) {
      const entered = { status: 'entered', drawsAt: null } as const;
      const { kind } = drawStanding(drawn, Date.now(), entered, Date.now(), viewer.id);
      assert.equal((await claim(token)).result, kind === 'won' ? 'already' : 'sold-out');
      won += kind === 'won' ? 1 : 0;
    }
    assert.equal(won, 3);
    assert.equal(drawn.drawn!.entries, 12);
  } finally {
    await room.close();
  }
});
