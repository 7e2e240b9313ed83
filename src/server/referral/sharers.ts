import type { Sharer } from '../../protocol/index.js';
import type { ShareNode } from './share-tree.js';
import { Sold, Sums } from './sums.js';

/** One person who passes a room on, all their links together: they have another for each link they came by. */
export class SharerLinks {
  /** In the order they were first used. */
  readonly nodes: ShareNode[];

  constructor(first: ShareNode) {
    this.nodes = [first];
  }

  get newViewers(): number {
    return this.nodes.reduce((sum, node) => sum + node.newViewers, 0);
  }

  get orders(): number {
    return this.nodes.reduce((sum, node) => sum + node.direct.orders, 0);
  }

  /** The link they pass on now. */
  get newest(): ShareNode {
    return this.nodes[this.nodes.length - 1]!;
  }

  /** The others, newest first. */
  get older(): ShareNode[] {
    return this.nodes.slice(0, -1).reverse();
  }

  get since(): number {
    return this.nodes[0]!.at;
  }

  get guide(): string | undefined {
    return this.newest.guide;
  }

  /** With which they agreed to be shown. */
  get name(): string | undefined {
    return this.nodes.reduce<string | undefined>((name, node) => node.name ?? name, undefined);
  }

  /** All of it; worked out for the few that are looked at. */
  sums() {
    const direct = new Sold();
    const assisted = new Sold();
    const refunds = new Sums();
    let visits = 0;
    let intents = 0;
    for (const node of this.nodes) {
      visits += node.visits;
      intents += node.intents;
      gather(direct, node.direct);
      gather(assisted, node.assisted);
      refunds.addAll(node.refunds);
    }
    return { visits, intents, newViewers: this.newViewers, direct, assisted, refunds };
  }

  /** As reports write it. `guideName`: how the shop calls its guides, who need not agree to be named to their own colleagues. */
  told(guideName: (id: string) => string | undefined): Sharer {
    const { guide } = this;
    const name = guide === undefined ? this.name : guideName(guide);
    const { visits, newViewers, direct, assisted } = this.sums();
    return {
      share: this.newest.id,
      ...(name !== undefined && { name }),
      ...(guide !== undefined && { guide }),
      depth: Math.min(...this.nodes.map(node => node.depth)),
      ...{ visits, newViewers },
      direct: direct.toJSON(),
      assisted: assisted.toJSON(),
    };
  }
}

function gather(all: Sold, { orders, sums }: Sold): void {
  all.orders += orders;
  all.sums.addAll(sums);
}

/**
 * The first `most` of them: those who brought most new viewers, then whoever sold most orders, then whoever began. One pass: a large
 * room has tens of thousands, and all but a few are never looked at.
 */
export function foremost(sharers: Iterable<SharerLinks>, most: number): SharerLinks[] {
  const found: Placed[] = [];
  for (const one of sharers) {
    const placed: Placed = { one, newViewers: one.newViewers, orders: one.orders };
    if (found.length === most && !before(placed, found[most - 1]!)) continue;
    let at = found.length;
    while (at > 0 && before(placed, found[at - 1]!)) at -= 1;
    found.splice(at, 0, placed);
    if (found.length > most) found.pop();
  }
  return found.map(({ one }) => one);
}

interface Placed {
  one: SharerLinks;
  newViewers: number;
  orders: number;
}

function before(a: Placed, b: Placed): boolean {
  if (a.newViewers !== b.newViewers) return a.newViewers > b.newViewers;
  return a.orders === b.orders ? a.one.since < b.one.since : a.orders > b.orders;
}
