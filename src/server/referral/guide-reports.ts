import type { GuideReport } from '../../protocol/index.js';
import type { Chain } from './chain.js';
import type { Guide, ReferralConfig } from './config.js';
import { earnings } from './earnings.js';
import { sharerOfGuide } from './guides.js';
import { Sold, Sums } from './sums.js';

/** What all guides of the shop have come to in a room by then. One pass over its links and orders. */
export function guideReports(chain: Chain, config: ReferralConfig, at: number): Map<string, GuideReport> {
  const sharers = new Map(
    [...chain.sharers.values()].flatMap(one => (one.guide === undefined ? [] : [[one.guide, one] as const])),
  );
  const net = netSales(chain);
  return new Map(
    config.guides.map(guide => {
      const sums = sharers.get(guide.id)?.sums();
      const sales = net.get(guide.id);
      const tier = earnings(config, {
        own: currency => sales?.own.in(currency) ?? 0,
        second: currency => sales?.second.in(currency) ?? 0,
      });
      const report: GuideReport = {
        v: 1,
        at,
        guide: { id: guide.id, name: guide.name, code: guide.code },
        share: linkOf(guide),
        bound: chain.boundTo(sharerOfGuide(guide.id), at),
        intents: sums?.intents ?? 0,
        visits: sums?.visits ?? 0,
        newViewers: sums?.newViewers ?? 0,
        direct: (sums?.direct ?? new Sold()).toJSON(),
        assisted: (sums?.assisted ?? new Sold()).toJSON(),
        refunds: sums?.refunds.list() ?? [],
        ...(tier && { tier }),
      };
      return [guide.id, report];
    }),
  );
}

/** What a guide's links carry: the code, which can be said aloud, in the place of an id. */
export const linkOf = ({ code }: Guide) => `-${code}`;

/** Guide → what is left of the sales that may be paid for, by level. */
function netSales(chain: Chain): Map<string, { own: Sums; second: Sums }> {
  const found = new Map<string, { own: Sums; second: Sums }>();
  for (const order of chain.orders.values()) {
    if (order.total === undefined || order.paidAt === undefined || order.status !== 'paid') continue;
    const levels = [order.share, chain.payable(order)[1]];
    for (const [level, node] of levels.entries()) {
      if (node?.guide === undefined) continue;
      const sums = found.get(node.guide) ?? { own: new Sums(), second: new Sums() };
      found.set(node.guide, sums);
      (level === 0 ? sums.own : sums.second).add(order.total);
    }
  }
  return found;
}
