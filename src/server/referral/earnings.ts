import type { GuideReport, Money } from '../../protocol/index.js';
import type { ReferralConfig, Tier } from './config.js';

/** Net sales in one currency, minor units: of those whom a guide brought, and of those whom these brought in turn. */
export interface NetSales {
  own: (currency: string) => number;
  second: (currency: string) => number;
}

/**
 * Which tier net sales come to and what is earned by it. The whole of them has the tier's rate; what is less than one minor
 * unit is left out, once for each level. undefined: the shop has no tiers. Sales in other currencies than the tiers' do not count.
 */
export function earnings(
  { tiers, policy }: Pick<ReferralConfig, 'tiers' | 'policy'>,
  { own, second }: NetSales,
): GuideReport['tier'] {
  const [lowest] = tiers;
  if (!lowest) return undefined;
  const { currency } = lowest.from;
  const counted = Math.max(0, own(currency));
  const reached = tiers.filter(({ from }) => from.minor <= counted);
  const { name, rateBp } = reached[reached.length - 1] ?? lowest;
  const next = tiers[reached.length];
  const first = policy.payableLevels >= 1 ? share(counted, rateBp) : 0;
  const further = policy.payableLevels >= 2 ? share(Math.max(0, second(currency)), policy.secondRateBp) : 0;
  return {
    ...{ name, rateBp },
    counted: { minor: counted, currency },
    commission: { minor: first + further, currency },
    ...(next && { next: following(next) }),
  };
}

const following = ({ name, rateBp, from }: Tier): { name: string; rateBp: number; from: Money } => ({
  ...{ name, rateBp, from },
});

/** Whole minor units, down. Large sums times a rate are more than a double holds exactly. */
const share = (minor: number, rateBp: number) => Number((BigInt(minor) * BigInt(rateBp)) / 10_000n);
