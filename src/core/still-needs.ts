import type { CouponCondition } from '../protocol/index.js';

/**
 * What is still missing at `now` of what was missing at `toldAt`, ms: what has been watched since is taken off.
 * Undefined: as far as the clock can tell, nothing.
 */
export function stillNeeds(needs: CouponCondition, now: number, toldAt: number): CouponCondition | undefined {
  if (needs.kind !== 'watch') return needs;
  const seconds = Math.ceil(needs.seconds - (now - toldAt) / 1000);
  return seconds > 0 ? { kind: 'watch', seconds } : undefined;
}
