import type { Sharer } from '../../protocol/index.js';
import type { ShareNode } from './share-tree.js';
import { Sold, Sums } from './sums.js';

/** One person who passes a room on, all their links together: they have another for each link they came by. */
export class SharerSums {
  readonly sharer: string;
  guide: string | undefined;
  name: string | undefined;
  /** The link they passed on first, and the one they pass on now. */
  readonly first: ShareNode;
  newest: ShareNode;
  depth: number;
  visits = 0;
  newViewers = 0;
  intents = 0;
  readonly direct = new Sold();
  readonly assisted = new Sold();
  readonly refunds = new Sums();

  constructor(node: ShareNode) {
    this.sharer = node.sharer;
    this.first = this.newest = node;
    this.depth = node.depth;
  }

  add(node: ShareNode): void {
    this.newest = node;
    this.guide ??= node.guide;
    this.name = node.name ?? this.name;
    this.depth = Math.min(this.depth, node.depth);
    this.visits += node.visits;
    this.newViewers += node.newViewers;
    this.intents += node.intents;
    gather(this.direct, node.direct);
    gather(this.assisted, node.assisted);
    for (const sum of node.refunds.list()) this.refunds.add(sum);
  }

  /** As reports write it. `guideName`: how the shop calls its guides, who need not agree to be named to their own colleagues. */
  told(guideName: (id: string) => string | undefined): Sharer {
    const { guide, depth, visits, newViewers, newest } = this;
    const name = guide === undefined ? this.name : guideName(guide);
    return {
      share: newest.id,
      ...(name !== undefined && { name }),
      ...(guide !== undefined && { guide }),
      ...{ depth, visits, newViewers },
      direct: this.direct.toJSON(),
      assisted: this.assisted.toJSON(),
    };
  }
}

function gather(all: Sold, { orders, sums }: Sold): void {
  all.orders += orders;
  for (const sum of sums.list()) all.sums.add(sum);
}

/** All who passed the room on: those who brought most new viewers first, then whoever sold most orders, then whoever began. */
export function sharersOf(nodes: Iterable<ShareNode>): SharerSums[] {
  const all = new Map<string, SharerSums>();
  for (const node of nodes) {
    const known = all.get(node.sharer) ?? new SharerSums(node);
    all.set(node.sharer, known);
    known.add(node);
  }
  return [...all.values()].sort(
    (a, b) => b.newViewers - a.newViewers || b.direct.orders - a.direct.orders || a.first.at - b.first.at,
  );
}
