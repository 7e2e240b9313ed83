import { limits, type Money, type ShareVia } from '../../protocol/index.js';
import type { LedgerEntry } from '../store/ledger-store.js';
import type { OrderStatus } from '../store/order-store.js';
import type { ReferralRow, Share, Visit } from '../store/referral-store.js';
import type { ReferralPolicy } from './config.js';
import { ShareTree, type Person, type ShareNode } from './share-tree.js';
import { SharerLinks } from './sharers.js';
import { Sold, Sums } from './sums.js';
import { whose, type Touch } from './whose.js';

/** Spans in which it is told when something happened, ms. */
export const SPAN_MS = 5 * 60_000;

interface LinkTouch extends Touch {
  node: ShareNode;
  /** Its place among the rows. */
  n: number;
  group?: string | undefined;
}

/** An order as the chain has it. */
export interface ChainOrder {
  readonly orderId: string;
  status: OrderStatus;
  /** When it was first heard of: whose it is, is decided by then. */
  readonly at: number;
  /** When it was paid for. Undefined: not yet, and it counts for nothing. */
  paidAt?: number | undefined;
  total?: Money | undefined;
  viewer?: string | undefined;
  subject?: string | undefined;
  /** The link that the shop says it came by. */
  said?: string | undefined;
  /** Whose it is. Undefined: nobody's. */
  share?: ShareNode | undefined;
  group?: string | undefined;
}

type Buyer = Pick<ChainOrder, 'viewer' | 'subject'>;

/** An order that counts, and how it was counted: so that it can be taken back exactly. */
interface Booked {
  share: ShareNode | undefined;
  ancestors: readonly ShareNode[];
  group: string | undefined;
  total: Money | undefined;
  givenBack: boolean;
}

const span = (at: number) => at - (at % SPAN_MS);

/**
 * Who passed a room on, who came by it and what they bought, folded from the rows of the store and the entries of the ledger, in
 * whatever order these come: the sums are always those of all that was heard. An order counts from when it is paid; one
 * that is cancelled or refunded afterwards is taken back from who brought its buyer.
 */
export class Chain {
  readonly policy: ReferralPolicy;
  readonly #tree = new ShareTree();
  readonly #viewers = new Set<string>();
  readonly #touches = new Map<string, LinkTouch[]>();
  /** Openings of links whose share is not known yet, by the share's id. */
  readonly #early = new Map<string, { visit: Visit; n: number }[]>();
  readonly #earlyIntents = new Map<string, number>();
  /** The merchant's id of a person → their pseudonyms, and back. */
  readonly #namesOf = new Map<string, Set<string>>();
  readonly #subjectOf = new Map<string, string>();
  readonly #orders = new Map<string, ChainOrder>();
  readonly #booked = new Map<string, Booked>();
  /** By what may change whose they are: a pseudonym, a person, a share. */
  readonly #ordersOf = new Map<string, Set<string>>();
  /** Which viewers opened a link of this sharer. */
  readonly #met = new Map<string, Set<string>>();

  /** Who passed the room on, by their name in the rows. */
  readonly sharers = new Map<string, SharerLinks>();
  visits = 0;
  newViewers = 0;
  readonly intents = new Map<ShareVia, number>();
  /** Orders that were paid, and what they came to, whatever was given back of it later. */
  readonly sold = new Sold();
  readonly refunds = new Sums();
  /** Of viewers whom somebody brought, without what was given back. */
  readonly referred = new Sold();
  /** New viewers by depth; index 0 is depth 1. */
  readonly depths: number[] = Array.from({ length: limits.shareDepth }, () => 0);
  readonly groups = new Map<string, { visits: number; newViewers: number; sold: Sold }>();
  readonly channels = new Map<string, { visits: number; newViewers: number }>();
  /** Start of a span of five minutes → what happened in it. */
  readonly times = new Map<number, { visits: number; intents: number; orders: number }>();

  constructor(policy: ReferralPolicy) {
    this.policy = policy;
  }

  /** Viewers who came by a link. */
  get viewers(): number {
    return this.#viewers.size;
  }

  get shares(): ReadonlyMap<string, ShareNode> {
    return this.#tree.nodes;
  }

  get orders(): ReadonlyMap<string, ChainOrder> {
    return this.#orders;
  }

  /** Takes a row of the store in. Each once. */
  add(row: ReferralRow): void {
    if (row.kind === 'share') this.#share(row);
    else if (row.kind === 'visit') this.#visit(row, row.n);
    else {
      this.intents.set(row.via, (this.intents.get(row.via) ?? 0) + 1);
      this.#time(row.at).intents += 1;
      const node = this.#tree.nodes.get(row.share);
      if (node) node.intents += 1;
      else this.#earlyIntents.set(row.share, (this.#earlyIntents.get(row.share) ?? 0) + 1);
    }
  }

  /** Takes in what the ledger says of an order; other entries say nothing here. */
  hear({ type, at, data }: Pick<LedgerEntry, 'type' | 'at' | 'data'>): void {
    if (type !== 'order.changed') return;
    const { orderId, status, subject, viewer, share, total } = data as unknown as Said;
    const known = this.#orders.get(orderId);
    const order: ChainOrder = known ?? { orderId, status, at };
    if (!known) this.#orders.set(orderId, order);
    order.status = status;
    order.total = total ?? order.total;
    order.subject ??= subject;
    order.viewer ??= viewer;
    order.said ??= share;
    if (order.paidAt === undefined && (status === 'paid' || status === 'refunded')) {
      order.paidAt = at;
      this.#time(at).orders += 1;
    }
    if (order.viewer !== undefined) added(this.#ordersOf, order.viewer, orderId);
    if (order.subject !== undefined) added(this.#ordersOf, subjectKey(order.subject), orderId);
    if (order.said !== undefined) added(this.#ordersOf, shareKey(order.said), orderId);
    this.#book(order);
  }

  /** The person's link that what they do at `at` is owed to. */
  owedTo(viewer: string, at: number): ShareNode | undefined {
    return this.#owed(this.#person({ viewer }), at)?.node;
  }

  /** How many viewers are this sharer's at `at`. */
  boundTo(sharer: string, at: number): number {
    const met = [...(this.#met.get(sharer) ?? [])];
    return met.filter(viewer => this.owedTo(viewer, at)?.sharer === sharer).length;
  }

  /** Each viewer's links, by the ids that they opened: the newest first, and none of their own. */
  openedBy(viewers: ReadonlySet<string>): Map<string, string[]> {
    const opened = new Map<string, { id: string; at: number; n: number }[]>();
    for (const viewer of viewers) {
      const touches = (this.#touches.get(viewer) ?? []).filter(({ owner }) => owner !== viewer);
      opened.set(
        viewer,
        touches.map(({ node, at, n }) => ({ id: node.id, at, n })),
      );
    }
    for (const [id, visits] of this.#early) {
      for (const { visit, n } of visits) opened.get(visit.viewer)?.push({ id, at: visit.at, n });
    }
    return new Map(
      [...opened].map(([viewer, links]) => {
        links.sort((a, b) => b.at - a.at || b.n - a.n);
        return [viewer, [...new Set(links.map(({ id }) => id))]];
      }),
    );
  }

  /** Who may be paid for an order: whose it is, then who brought that one, as far as the policy goes. No more than two. */
  payable({ share }: ChainOrder): ShareNode[] {
    const levels = Math.min(this.policy.payableLevels, 2);
    return share ? [share, ...share.ancestors].slice(0, levels) : [];
  }

  #share(share: Share): void {
    const known = this.#tree.nodes.get(share.id);
    if (known) {
      // Told again: the name it is shown with has changed.
      known.name = share.name;
      return;
    }
    const { node, moved } = this.#tree.add(share)!;
    const links = this.sharers.get(node.sharer);
    if (links) links.nodes.push(node);
    else this.sharers.set(node.sharer, new SharerLinks(node));
    // Whoever stands elsewhere now counts elsewhere: taken out where they stood, put in where they stand.
    for (const one of moved) this.#depth(one, -1);
    this.#tree.place(moved);
    for (const one of moved) this.#depth(one, 1);
    node.intents += this.#earlyIntents.get(node.id) ?? 0;
    this.#earlyIntents.delete(node.id);
    if (share.subject !== undefined) this.#alias(share.subject, share.sharer);
    const early = this.#early.get(node.id) ?? [];
    this.#early.delete(node.id);
    for (const { visit, n } of early) this.#touch(node, visit, n);
    for (const one of moved) this.#rebook(shareKey(one.id));
    const met = moved.slice(1).flatMap(one => [...(this.#met.get(one.sharer) ?? [])]);
    for (const viewer of new Set(met)) this.#rebookOf(viewer);
  }

  #visit(visit: Visit, n: number): void {
    const { share, via = 'other', group, viewer, subject, first, at } = visit;
    this.visits += 1;
    this.#viewers.add(viewer);
    this.#time(at).visits += 1;
    const counted = first ? 1 : 0;
    const channel = this.channels.get(via) ?? { visits: 0, newViewers: 0 };
    this.channels.set(via, channel);
    channel.visits += 1;
    channel.newViewers += counted;
    if (group !== undefined) {
      const of = this.#group(group);
      of.visits += 1;
      of.newViewers += counted;
    }
    this.newViewers += counted;
    if (subject !== undefined) this.#alias(subject, viewer);
    if (share === undefined) return;
    const node = this.#tree.nodes.get(share);
    if (node) this.#touch(node, visit, n);
    else if (this.#early.has(share)) this.#early.get(share)!.push({ visit, n });
    else this.#early.set(share, [{ visit, n }]);
  }

  #touch(node: ShareNode, { viewer, subject, group, first, at }: Visit, n: number): void {
    node.visits += 1;
    const itself = node.sharer === viewer || (subject !== undefined && node.subject === subject);
    if (first && !itself) {
      node.newViewers += 1;
      this.depths[node.depth - 1]! += 1;
    }
    const touches = this.#touches.get(viewer) ?? [];
    this.#touches.set(viewer, touches);
    touches.push({ node, owner: node.sharer, at, n, group });
    touches.sort(inOrder);
    added(this.#met, node.sharer, viewer);
    this.#rebookOf(viewer);
  }

  #alias(subject: string, name: string): void {
    if (this.#namesOf.get(subject)?.has(name)) return;
    added(this.#namesOf, subject, name);
    this.#subjectOf.set(name, subject);
    this.#rebookOf(name);
  }

  #depth(node: ShareNode, sign: 1 | -1): void {
    this.depths[node.depth - 1]! += sign * node.newViewers;
  }

  /** Whatever changes for one pseudonym changes for all of that person's. */
  #rebookOf(viewer: string): void {
    const subject = this.#subjectOf.get(viewer);
    if (subject !== undefined) this.#rebook(subjectKey(subject));
    const names = (subject !== undefined && this.#namesOf.get(subject)) || [viewer];
    for (const name of names) this.#rebook(name);
  }

  #rebook(key: string): void {
    for (const id of this.#ordersOf.get(key) ?? []) this.#book(this.#orders.get(id)!);
  }

  /** Counts an order as it stands now, in the place of how it was counted before. */
  #book(order: ChainOrder): void {
    const before = this.#booked.get(order.orderId);
    if (before) this.#count(before, -1);
    const touch = this.#owed(this.#person(order), order.at, order.said);
    order.share = touch?.node;
    order.group = touch?.group;
    if (order.paidAt === undefined) return;
    const now: Booked = {
      share: order.share,
      ancestors: order.share?.ancestors ?? [],
      group: order.group,
      total: order.total,
      givenBack: order.status !== 'paid' && order.status !== 'placed',
    };
    this.#booked.set(order.orderId, now);
    this.#count(now, 1);
  }

  #count({ share, ancestors, group, total, givenBack }: Booked, sign: 1 | -1): void {
    this.sold.add(total, sign);
    if (givenBack) {
      if (total) {
        this.refunds.add(total, sign);
        share?.refunds.add(total, sign);
      }
      return;
    }
    if (!share) return;
    this.referred.add(total, sign);
    share.direct.add(total, sign);
    for (const one of ancestors) one.assisted.add(total, sign);
    if (group !== undefined) this.#group(group).sold.add(total, sign);
  }

  #person({ viewer, subject = viewer && this.#subjectOf.get(viewer) }: Buyer): Person {
    const names = new Set(subject === undefined ? [] : this.#namesOf.get(subject));
    if (viewer !== undefined) names.add(viewer);
    return { names, subject };
  }

  /** The link that says so at last is one more touch; one's own links, and those that came about by them, are none. */
  #owed(person: Person, at: number, said?: string): LinkTouch | undefined {
    const touches = [...person.names].flatMap(name => this.#touches.get(name) ?? []);
    if (person.names.size > 1) touches.sort(inOrder);
    const node = said === undefined ? undefined : this.#tree.nodes.get(said);
    if (node) touches.push({ node, owner: node.sharer, at, n: Infinity });
    return whose(
      touches.filter(touch => !touch.node.isOf(person)),
      at,
      this.policy,
    );
  }

  #group(group: string) {
    const known = this.groups.get(group) ?? { visits: 0, newViewers: 0, sold: new Sold() };
    this.groups.set(group, known);
    return known;
  }

  #time(at: number) {
    const known = this.times.get(span(at)) ?? { visits: 0, intents: 0, orders: 0 };
    this.times.set(span(at), known);
    return known;
  }
}

/** What an entry `order.changed` carries. */
interface Said {
  orderId: string;
  status: OrderStatus;
  subject?: string;
  viewer?: string;
  share?: string;
  total?: Money;
}

const inOrder = (a: LinkTouch, b: LinkTouch) => a.at - b.at || a.n - b.n;
/** Apart from any viewer's pseudonym. */
const subjectKey = (subject: string) => `person ${subject}`;
const shareKey = (share: string) => `share ${share}`;

function added(index: Map<string, Set<string>>, key: string, value: string): void {
  const known = index.get(key);
  if (known) known.add(value);
  else index.set(key, new Set([value]));
}
