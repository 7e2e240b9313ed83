import type { ReferralPolicy } from './config.js';

/** A link that a viewer opened: whose it is, and when. */
export interface Touch {
  /** Who passed it on. */
  owner: string;
  at: number;
}

const DAY = 24 * 3_600_000;

/**
 * Which of a viewer's touches what they do at `at` is owed to; undefined: nobody's. `touches`: oldest first; those after `at` count for
 * nothing. Bound, a viewer stays with one owner for `windowDays` after each touch of that owner; for the first `protectDays` of
 * it nobody else takes them over.
 */
export function whose<T extends Touch>(
  touches: readonly T[],
  at: number,
  { model, windowDays, protectDays }: Pick<ReferralPolicy, 'model' | 'windowDays' | 'protectDays'>,
): T | undefined {
  const windowMs = windowDays * DAY;
  const before = touches.filter(touch => touch.at <= at);
  if (model === 'bind') {
    const kept = before.reduce<T | undefined>((bound, touch) => {
      if (!bound || bound.owner === touch.owner) return touch;
      const held = touch.at - bound.at;
      return held < protectDays * DAY && held < windowMs ? bound : touch;
    }, undefined);
    return kept && at - kept.at < windowMs ? kept : undefined;
  }
  const good = before.filter(touch => at - touch.at < windowMs);
  return model === 'first' ? good[0] : good[good.length - 1];
}
