import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Presence, PRESENCE_MS } from './presence.js';

describe('viewers behind a cache', () => {
  /** So many viewers, each speaking up once in its time as it is asked to, for three such times. */
  function watch(
    viewers: number,
    leaveAfter = Infinity,
  ): { presence: Presence; most: number; advance(ms: number): void } {
    let now = 1_800_000_000_000;
    const presence = new Presence(() => now);
    const perStep = Math.round(viewers / 600);
    let most = 0;
    let seed = 1;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let step = 0; step < 1800 && step < leaveAfter; step += 1) {
      now += PRESENCE_MS / 600;
      let pings = 0;
      for (let i = 0; i < perStep; i += 1) {
        const oneIn = presence.oneIn(presence.online);
        if (random() * oneIn >= 1) continue;
        presence.here(oneIn);
        pings += 1;
      }
      if (step > 900) most = Math.max(most, pings);
    }
    return { presence, most, advance: ms => void (now += ms) };
  }

  for (const viewers of [600, 60_000, 600_000]) {
    test(`are counted within a tenth, however many they are: ${viewers}`, () => {
      const { presence, most } = watch(viewers);
      assert.ok(Math.abs(presence.online / viewers - 1) < 0.1, `${presence.online}`);
      assert.ok(most <= 20, `${most} at once`);
    });
  }

  test('are gone soon after they have left', () => {
    const { presence, advance } = watch(6000);
    advance(PRESENCE_MS * 1.2);
    assert.equal(presence.online, 0);
  });
});
