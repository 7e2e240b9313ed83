import * as v from 'valibot';
import type { ControlEvent, SkippedEvent } from './control-events.js';
import { parse } from './parse.js';
import { parseControl } from './parse-control.js';
import { countSchema, idSchema } from './text.js';

// In a file of its own: only who looks back parses one, so that a page's first file leaves it out.

/** Most events on one page. */
export const HISTORY_PAGE = 1000;

/** One page of a room's log. Its events are parsed one by one, as those of a feed are. */
export const historySchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  /** The page begins after this place. */
  after: countSchema,
  /** The page reaches up to this place; the next one is asked for with it. */
  seq: countSchema,
  /** Where the log ended when the page was made. */
  head: countSchema,
  /** Control events after `after`, up to `seq`, of the types that were asked for. */
  events: v.array(v.unknown()),
});

export interface HistoryPage extends Omit<v.InferOutput<typeof historySchema>, 'events'> {
  events: (ControlEvent | SkippedEvent)[];
}

/** A page of a room's log, as `GET …/history` answers with. */
export function parseHistory(value: unknown): HistoryPage {
  const page = parse(historySchema, value);
  return { ...page, events: page.events.map(parseControl) };
}
