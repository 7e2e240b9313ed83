import { limits } from '../../protocol/index.js';
import type { Share } from '../store/referral-store.js';
import { Sold, Sums } from './sums.js';

/** One link in the chain, and what it has brought. */
export class ShareNode {
  readonly id: string;
  readonly sharer: string;
  readonly subject: string | undefined;
  readonly guide: string | undefined;
  readonly at: number;
  /** As the row has it; `parent` is what holds. */
  readonly told: string | undefined;
  name: string | undefined;
  parent: ShareNode | undefined;
  depth = 1;
  visits = 0;
  newViewers = 0;
  intents = 0;
  /** Of whom it brought itself, without what was given back. */
  readonly direct = new Sold();
  /** The same of whom those brought in turn. */
  readonly assisted = new Sold();
  /** What was given back of `direct`. */
  readonly refunds = new Sums();

  constructor({ id, sharer, subject, guide, at, parent, name }: Share) {
    this.id = id;
    this.sharer = sharer;
    this.subject = subject;
    this.guide = guide;
    this.at = at;
    this.told = parent;
    this.name = name;
  }

  /** Those by whom it came about, nearest first: no more than a chain is followed. */
  get ancestors(): ShareNode[] {
    const found: ShareNode[] = [];
    for (let node = this.parent; node && found.length < limits.shareDepth - 1; node = node.parent) {
      found.push(node);
    }
    return found;
  }

  /** True: this person passed it on, or one of those by whom it came about. */
  isOf(person: Person): boolean {
    return [this, ...this.ancestors].some(
      ({ sharer, subject }) =>
        person.names.has(sharer) || (subject !== undefined && subject === person.subject),
    );
  }
}

/** One person as far as it is known: their pseudonyms, and the merchant's own id of them. */
export interface Person {
  names: ReadonlySet<string>;
  subject?: string | undefined;
}

/** Shares and whose children they are, in whatever order they are heard of. No person is their own forebear. */
export class ShareTree {
  readonly nodes = new Map<string, ShareNode>();
  readonly #children = new Map<string, ShareNode[]>();

  /** Takes a share in. Undefined: it was known; else those that stand elsewhere because of it, itself the first. */
  add(share: Share): { node: ShareNode; moved: ShareNode[] } | undefined {
    if (this.nodes.has(share.id)) return undefined;
    const node = new ShareNode(share);
    this.nodes.set(node.id, node);
    if (node.told !== undefined) {
      const siblings = this.#children.get(node.told) ?? [];
      this.#children.set(node.told, [...siblings, node]);
    }
    return { node, moved: this.#below(node) };
  }

  /** Puts these where they belong; a parent comes before its children. */
  place(nodes: readonly ShareNode[]): void {
    for (const node of nodes) {
      const parent = node.told === undefined ? undefined : this.nodes.get(node.told);
      const itself = { names: new Set([node.sharer]), subject: node.subject };
      node.parent = parent && parent !== node && !parent.isOf(itself) ? parent : undefined;
      node.depth = Math.min((node.parent?.depth ?? 0) + 1, limits.shareDepth);
    }
  }

  /** It and all that came of it, level by level. */
  #below(node: ShareNode): ShareNode[] {
    const found = new Set([node]);
    // A set is walked to its end, and grows while it is.
    for (const one of found) for (const child of this.#children.get(one.id) ?? []) found.add(child);
    return [...found];
  }
}
