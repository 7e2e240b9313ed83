import { limits, type RoomReport, type ShareBoard } from '../../protocol/index.js';
import type { Chain } from './chain.js';
import type { Guides } from './guides.js';
import type { ShareBook } from './share-book.js';
import { foremost, type SharerLinks } from './sharers.js';

/** Groups a report tells of at most: whoever opens a link may name one. The table has them all. */
const MOST_GROUPS = 200;

/** The report but for its time. */
export function reportOf(
  chain: Chain,
  room: string,
  guides: Guides,
  groupNames: ReadonlyMap<string, string> = new Map(),
): Omit<RoomReport, 'at'> {
  const { sharers } = chain;
  const brought = chain.depths.reduce((sum, count) => sum + count, 0);
  return {
    v: 1,
    room,
    viewers: chain.viewers,
    visits: chain.visits,
    sharers: sharers.size,
    perSharer: sharers.size === 0 ? 0 : Math.round((1000 * brought) / sharers.size) / 1000,
    intents: Object.fromEntries(chain.intents),
    orders: chain.sold.orders,
    sales: chain.sold.sums.list(),
    refunds: chain.refunds.list(),
    referred: chain.referred.toJSON(),
    depths: [...chain.depths],
    top: foremost(sharers.values(), limits.boardRows).map(one => one.told(id => guides.withId(id)?.name)),
    groups: groupsOf(chain, groupNames).slice(0, MOST_GROUPS),
    channels: [...chain.channels]
      .map(([via, counts]) => ({ via, ...counts }))
      .sort((a, b) => b.visits - a.visits),
    times: [...chain.times].map(([at, counts]) => ({ at, ...counts })).sort((a, b) => a.at - b.at),
  };
}

/** Those that brought most new viewers first. */
const groupsOf = (chain: Chain, names: ReadonlyMap<string, string>): RoomReport['groups'] =>
  [...chain.groups]
    .map(([group, { visits, newViewers, sold }]) => {
      const name = names.get(group);
      return { group, ...(name !== undefined && { name }), visits, newViewers, sold: sold.toJSON() };
    })
    .sort((a, b) => b.newViewers - a.newViewers || b.visits - a.visits);

/**
 * What everybody may see: viewers who brought somebody, by name only where they agreed. The shop's own staff compete elsewhere. A
 * viewer has another share for each link they came by: a row says all that may be theirs, those that have no row of their own yet too.
 */
export function boardOf(chain: Chain, { idOf }: Pick<ShareBook, 'idOf'>): ShareBoard['rows'] {
  const rows = foremost(brought(chain), limits.boardRows);
  const opened = chain.openedBy(new Set(rows.map(({ newest }) => newest.sharer)));
  let rank = 0;
  return rows.map(({ newViewers, name, newest, older }, i) => {
    if (rows[i - 1]?.newViewers !== newViewers) rank = i + 1;
    const { sharer } = newest;
    const byLink = (opened.get(sharer) ?? []).map(link => idOf({ sharer }, link));
    const all = new Set([...byLink, ...older.map(({ id }) => id), idOf({ sharer })]);
    all.delete(newest.id);
    return {
      rank,
      ...(name !== undefined && { name }),
      share: newest.id,
      also: [...all].slice(0, limits.boardShares),
      newViewers,
    };
  });
}

function* brought(chain: Chain): Iterable<SharerLinks> {
  for (const one of chain.sharers.values()) if (one.guide === undefined && one.newViewers > 0) yield one;
}
