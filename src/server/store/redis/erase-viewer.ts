import { erasedOrder, type Order } from '../order-store.js';
import type { RoomKeys } from './keys.js';
import type { RedisLink } from './redis-link.js';
import { partsOf, rowText } from './referral-rows.js';
import { eraseScript } from './scripts/referral-scripts.js';

/** Where something stands under a viewer's name. */
const PLACES = ['chain:by', 'marks', 'ledger:of', 'orders:of'] as const;

export interface Erased {
  viewer: string;
  /** The name in their place. */
  other: string;
  /** By which it is known that they were in this chain. */
  mark: string;
  at: number;
}

/**
 * Puts another name for a viewer in the chain, the marks and the orders. What is rewritten is read first and compared when it is put: false
 * where something has come in between, and nothing is done.
 */
export async function eraseViewer(
  link: RedisLink,
  keys: RoomKeys,
  { viewer, other, mark, at }: Erased,
): Promise<boolean> {
  const stood = await Promise.all(
    PLACES.map(async place => (await link.ask(client => client.hget(keys.of(place), viewer))) ?? ''),
  );
  const [by = '', , told = '', ordered = ''] = stood;
  const [rows, entries, orders] = await Promise.all([
    fields(link, keys.of('chain'), numbers(by)),
    Promise.all(
      numbers(told).map(
        async n => [n, await link.ask(client => client.lindex(keys.of('ledger'), Number(n) - 1))] as const,
      ),
    ),
    fields(link, keys.of('orders'), ordered === '' ? [] : ordered.split('\n')),
  ]);
  const persons: [subject: string, orderId: string][] = [];
  const put = {
    rows: rows.map(([n, text]) => {
      const { name: _name, subject: _subject, ...parts } = partsOf(text);
      return [n, rowText({ ...parts, [parts.kind === 'share' ? 'sharer' : 'viewer']: other })];
    }),
    entries: entries.map(([n, entry]) => [n, renamed(entry!, other)]),
    orders: orders.map(([id, text]) => {
      const order = JSON.parse(text) as Order;
      if (order.subject !== undefined) persons.push([order.subject, id]);
      return [id, text, JSON.stringify(erasedOrder(order, other))];
    }),
  };
  const names = keys.all('chain', ...PLACES, 'orders', 'ledger', 'orders:by', 'chain:edition', 'spent');
  const lists = [put.rows, put.entries, put.orders, persons].map(list => JSON.stringify(list));
  const args = [viewer, other, ...stood, ...lists, at, JSON.stringify({ as: other }), mark];
  return (await link.write<number>(eraseScript, names, args)) === 1;
}

const numbers = (text: string) => (text === '' ? [] : text.split(' '));

async function fields(link: RedisLink, key: string, names: readonly string[]): Promise<[string, string][]> {
  if (names.length === 0) return [];
  const texts = await link.ask(client => client.hmget(key, ...names));
  return texts.flatMap((text, i): [string, string][] => (text === null ? [] : [[names[i]!, text]]));
}

/** An entry of the ledger, "at type {…}", with another name and without the shop's own. */
export function renamed(entry: string, other: string): string {
  const [, head, json] = /^(\d+ \S+ )(.*)$/s.exec(entry)!;
  const { subject: _, ...told } = JSON.parse(json!) as Record<string, unknown>;
  return head + JSON.stringify({ ...told, viewer: other });
}
