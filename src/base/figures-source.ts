import type { ShareVia } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import { RoomFigures } from '../transport/room-figures.js';
import type { Token } from '../transport/session-keeper.js';
import type { Look } from './refresh-controller.js';

/** A way to a room's figures: our server's, or one of the page's own. Rejects with a QunError. */
export interface FiguresSource {
  /** What the server answers at `report`, `board` or `guide`. */
  json(path: string, signal?: AbortSignal): Promise<unknown>;
  /** The file at `report.csv`, `chain.csv`, `orders.csv` or `guides.csv`. Without it there are no files. */
  file?(path: string, signal?: AbortSignal): Promise<Blob>;
  /** Told when a guide passes the room on, and how. Without it nobody counts that. */
  intend?(via: ShareVia): Promise<void>;
}

const isWeb = (url: string | undefined): url is string => /^https?:/i.test(url ?? '');

/** The server's own, where the room has a server; undefined: it has none that we know of. */
export function sourceOf(room: Room | undefined, token?: Token): FiguresSource | undefined {
  return isWeb(room?.id) ? new RoomFigures({ url: room.id, token }) : undefined;
}

/** Looks at what stands at `path`, and reads it. */
export const lookAt =
  <T>(source: FiguresSource, path: string, read: (body: unknown) => T): Look<T> =>
  async signal =>
    read(await source.json(path, signal));
