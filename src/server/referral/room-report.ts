import { limits, type RoomReport, type ShareBoard } from '../../protocol/index.js';
import type { Chain } from './chain.js';
import type { Guides } from './guides.js';
import type { ShareBook } from './share-book.js';
import type { ShareNode } from './share-tree.js';
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
    const times = timesOf(newest, idOf);
    const by = (link?: string) => idOf({ sharer, times }, link);
    const byLink = (opened.get(sharer) ?? []).map(by);
    const all = new Set([...byLink, ...older.map(({ id }) => id), by()]);
    // What somebody else has passed on is not theirs: who they were before they were erased is nobody's to see.
    for (const id of all) if (id === newest.id || theirs(chain, id, sharer)) all.delete(id);
    return {
      rank,
      ...(name !== undefined && { name }),
      share: newest.id,
      also: [...all].slice(0, limits.boardShares),
      newViewers,
    };
  });
}

/** As often as anybody asks for it in a room. */
const MOST_ERASED = 8;

/** How often somebody had been erased when they made this link: the link itself tells who can make it. */
function timesOf({ id, sharer, told }: ShareNode, idOf: ShareBook['idOf']): number {
  let times = 0;
  while (times < MOST_ERASED && idOf({ sharer, times }, told) !== id) times += 1;
  return times === MOST_ERASED ? 0 : times;
}

const theirs = (chain: Chain, id: string, sharer: string): boolean => {
  const node = chain.shares.get(id);
  return node !== undefined && node.sharer !== sharer;
};

function* brought(chain: Chain): Iterable<SharerLinks> {
  for (const one of chain.sharers.values()) if (one.guide === undefined && one.newViewers > 0) yield one;
}
