import { erasedComment } from '../erased-comment.js';
import { renamed } from './erase-viewer.js';
import type { RoomKeys } from './keys.js';
import type { RedisLink } from './redis-link.js';
import { commentOf } from './rows.js';
import { forgetKeys, forgetScript } from './scripts/forget-script.js';
import type { RedisSpent } from './redis-spent.js';

/** Rows read of one key at once, so that nobody else waits long. */
const AT_ONCE = 1000;
/** How often what is rewritten may cross what is added. */
const ATTEMPTS = 8;

export interface Forgetting {
  link: RedisLink;
  keys: RoomKeys;
  spent: RedisSpent;
  room: string;
  viewer: string;
  /** The name in the viewer's place. */
  other: string;
}

/**
 * Takes a viewer out of all that a room keeps beside the chain. What is theirs is looked for in all of it, for nothing points there;
 * once more afterwards, for what came in between. False: there is always something new.
 */
export async function forgetViewer(asked: Forgetting): Promise<boolean> {
  for (let attempt = 0, done = false; attempt < ATTEMPTS; attempt += 1) {
    const found = await search(asked);
    if (done && found.isEmpty) return true;
    done = (await asked.link.write<number>(forgetScript, found.keys, found.args)) === 1;
  }
  return false;
}

async function search({ link, keys, spent, room, viewer, other }: Forgetting) {
  const [entries, comments, receipts, coupons, sales, counts, entered] = await Promise.all([
    entriesOf(link, keys.of('ledger'), viewer, other),
    commentsOf(link, keys.of('comments'), viewer, other),
    receiptsOf(link, keys.of('receipts'), viewer),
    link.ask(client => client.hkeys(keys.of('total'))),
    link.ask(client => client.hkeys(keys.of('sales'))),
    link.ask(client => client.hkeys(keys.of('counts'))),
    link.ask(client => client.hget(keys.of('entered'), viewer)),
  ]);
  const marks = (kind: 'coupon' | 'sale', ids: readonly string[]) =>
    ids.map(id => [id, spent.mark(room, `${kind} ${id}`, viewer)] as const);
  const drawn = entered === null ? [] : entered.split(' ');
  const lists = [
    ...[entries.changed, comments, receipts, entries.reservations],
    ...[marks('coupon', coupons), marks('sale', sales)],
  ];
  return {
    isEmpty: entries.changed.length + comments.length + receipts.length === 0 && entered === null,
    keys: keys.all(
      ...forgetKeys,
      ...drawn.map(coupon => `entries:${coupon}`),
      ...counts.map(name => `counted:${name}`),
    ),
    args: [viewer, other, entered ?? '', ...lists.map(list => JSON.stringify(list))],
  };
}

type Change = [where: number | string, before: string, after: string];

async function entriesOf(link: RedisLink, key: string, viewer: string, other: string) {
  const changed: Change[] = [];
  const reservations = new Set<string>();
  for (let from = 0, more = true; more; from += AT_ONCE) {
    const rows = await link.ask(client => client.lrange(key, from, from + AT_ONCE - 1));
    rows.forEach((row, i) => {
      if (!row.includes(JSON.stringify(viewer))) return;
      const told = JSON.parse(row.slice(row.indexOf('{'))) as { viewer?: string; reservationId?: string };
      if (told.viewer !== viewer) return;
      changed.push([from + i + 1, row, renamed(row, other)]);
      if (told.reservationId !== undefined) reservations.add(told.reservationId);
    });
    more = rows.length === AT_ONCE;
  }
  return { changed, reservations: [...reservations] };
}

async function commentsOf(link: RedisLink, key: string, viewer: string, other: string): Promise<Change[]> {
  const changed: Change[] = [];
  await scan(link, key, '*', (id, row) => {
    if (!row.includes(JSON.stringify(viewer))) return;
    const { comment } = commentOf(row);
    const erased = erasedComment(comment, viewer, other);
    if (erased.from === comment.from && erased.replyTo?.from === comment.replyTo?.from) return;
    changed.push([id, row, row.slice(0, row.indexOf('{')) + JSON.stringify(erased)]);
  });
  return changed;
}

/** Also those of the staff's log. Ids of viewers hold nothing that a pattern would mean otherwise. */
async function receiptsOf(link: RedisLink, key: string, viewer: string): Promise<string[]> {
  const fields: string[] = [];
  for (const log of ['', '!staff']) {
    await scan(link, key, `${log}${viewer} *`, field => fields.push(field));
  }
  return fields;
}

async function scan(
  link: RedisLink,
  key: string,
  pattern: string,
  found: (field: string, value: string) => void,
): Promise<void> {
  let cursor = '0';
  do {
    const [next, flat] = await link.ask(client =>
      client.hscan(key, cursor, 'MATCH', pattern, 'COUNT', AT_ONCE),
    );
    for (let i = 0; i < flat.length; i += 2) found(flat[i]!, flat[i + 1]!);
    cursor = next;
  } while (cursor !== '0');
}
