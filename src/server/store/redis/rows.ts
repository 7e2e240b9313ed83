import type { Comment, SaleFigures } from '../../../protocol/index.js';
import type { LogEvent, Standing } from '../room-store.js';

/** An entry of a stream as it comes. */
export type Entry = [id: string, fields: string[]];

/** Names and values by turns. */
export function pairs(flat: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < flat.length; i += 2) map.set(flat[i]!, flat[i + 1]!);
  return map;
}

export const seqOf = ([id]: Entry) => Number(id.slice(0, id.indexOf('-')));

/** What tells an event from another one that took its place. */
export const nonceOf = ([, fields]: Entry) => pairs(fields).get('n') ?? '';

export function eventOf(entry: Entry, room: string, epoch: string): LogEvent {
  const fields = pairs(entry[1]);
  const media = fields.get('m');
  return {
    v: 1,
    room,
    epoch,
    seq: seqOf(entry),
    at: Number(fields.get('a')),
    ...(media === undefined ? {} : { mediaAt: Number(media) }),
    type: fields.get('t')!,
    data: JSON.parse(fields.get('d')!) as unknown,
  };
}

export interface KeptComment {
  comment: Comment;
  standing: Standing;
  held: boolean;
}

/** "standing place told held {…}" */
export function commentOf(row: string): KeptComment {
  const [, standing, held, json] = /^(\w+) \d+ \d (\d) (.*)$/s.exec(row)!;
  return {
    comment: JSON.parse(json!) as Comment,
    standing: standing as Standing,
    held: held === '1',
  };
}

export const leftOf = (stock: readonly string[]): Record<string, number> =>
  Object.fromEntries([...pairs(stock)].map(([coupon, left]) => [coupon, Number(left)]));

/** The sales that the show has, of rows "total left held sold waiting served … listed". */
export function salesOf(sales: readonly string[]): Record<string, SaleFigures> {
  const listed = [...pairs(sales)].filter(([, row]) => row.endsWith(' 1'));
  return Object.fromEntries(
    listed.map(([id, row]) => {
      const [, left, held, sold, waiting, served] = row.split(' ').map(Number) as [number, ...Figures];
      return [id, { left, held, sold, waiting, served }];
    }),
  );
}

type Figures = [left: number, held: number, sold: number, waiting: number, served: number];
