import { limits, type RoomReport, type ShareBoard } from '../../protocol/index.js';
import type { Chain } from './chain.js';
import type { Guides } from './guides.js';
import { sharersOf } from './sharers.js';

/** Groups a report tells of at most: whoever opens a link may name one. The table has them all. */
const MOST_GROUPS = 200;

/** The report but for its time. */
export function reportOf(chain: Chain, room: string, guides: Guides): Omit<RoomReport, 'at'> {
  const sharers = sharersOf(chain.shares.values());
  const brought = chain.depths.reduce((sum, count) => sum + count, 0);
  return {
    v: 1,
    room,
    viewers: chain.viewers,
    visits: chain.visits,
    sharers: sharers.length,
    perSharer: sharers.length === 0 ? 0 : Math.round((1000 * brought) / sharers.length) / 1000,
    intents: Object.fromEntries(chain.intents),
    orders: chain.sold.orders,
    sales: chain.sold.sums.list(),
    refunds: chain.refunds.list(),
    referred: chain.referred.toJSON(),
    depths: [...chain.depths],
    top: sharers.slice(0, limits.boardRows).map(one => one.told(id => guides.withId(id)?.name)),
    groups: groupsOf(chain).slice(0, MOST_GROUPS),
    channels: [...chain.channels]
      .map(([via, counts]) => ({ via, ...counts }))
      .sort((a, b) => b.visits - a.visits),
    times: [...chain.times].map(([at, counts]) => ({ at, ...counts })).sort((a, b) => a.at - b.at),
  };
}

/** Those that brought most new viewers first. */
export const groupsOf = (chain: Chain): RoomReport['groups'] =>
  [...chain.groups]
    .map(([group, { visits, newViewers, sold }]) => ({ group, visits, newViewers, sold: sold.toJSON() }))
    .sort((a, b) => b.newViewers - a.newViewers || b.visits - a.visits);

/** What everybody may see: viewers who brought somebody, by name only where they agreed. The shop's own staff compete elsewhere. */
export function boardOf(chain: Chain): ShareBoard['rows'] {
  const rows = sharersOf(chain.shares.values()).filter(
    ({ guide, newViewers }) => guide === undefined && newViewers > 0,
  );
  let rank = 0;
  return rows.slice(0, limits.boardRows).map(({ newViewers, name, newest, older }, i) => {
    if (rows[i - 1]?.newViewers !== newViewers) rank = i + 1;
    const also = older.slice(0, limits.boardShares).map(({ id }) => id);
    return {
      rank,
      ...(name !== undefined && { name }),
      share: newest.id,
      ...(also.length > 0 && { also }),
      newViewers,
    };
  });
}
