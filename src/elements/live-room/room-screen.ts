import type { Code, Phase, QunError } from '../../protocol/index.js';
import type { Connection } from '../../stores/room.js';

/** What stands before the picture, or in its place; undefined: the show itself. */
export type Screen =
  | { kind: 'loading' }
  | { kind: 'fault'; code: Code }
  | { kind: 'phase'; phase: Exclude<Phase, 'live' | 'replay'> };

/** Codes that close the door, whoever says them: the feed or the refused join. */
const ENTRY: readonly Code[] = [
  'room-not-found',
  'room-full',
  'room-expired',
  'room-forbidden',
  'origin-refused',
  'version-mismatch',
];

interface Given {
  connection: Connection | undefined;
  phase: Phase | undefined;
  /** The newest fault of the room. */
  fault: QunError | undefined;
  /** Why there is no room at all, once that is certain. */
  missing: Code | undefined;
}

export function roomScreen({ connection, phase, fault, missing }: Given): Screen | undefined {
  if (missing) return { kind: 'fault', code: missing };
  if (connection?.status === 'failed') return { kind: 'fault', code: connection.error?.code ?? 'network' };
  // A refused join closes the door only while nothing has been seen; later it merely takes away the word.
  const code = connection?.error?.code ?? (phase === undefined ? fault?.code : undefined);
  if (code && ENTRY.includes(code)) return { kind: 'fault', code };
  if (phase === undefined) return { kind: 'loading' };
  return phase === 'live' || phase === 'replay' ? undefined : { kind: 'phase', phase };
}

/** What is said quietly while the room goes on with what it has. */
export type Banner = 'offline' | 'reconnecting' | 'catchingUp';

export function roomBanner(connection: Connection | undefined): Banner | undefined {
  if (connection?.status === 'offline' || connection?.status === 'reconnecting') return connection.status;
  return connection?.stale ? 'catchingUp' : undefined;
}

export type Layout = 'phone' | 'desk' | 'wide';

/**
 * How a room of this size (px) is laid out. A phone on its side is a desk too low for anything else, and from 1600
 * the shelf gets a column of its own. 0: not known yet.
 */
export function roomLayout(width: number, height: number, wanted?: string): Layout {
  if (wanted === 'phone' || wanted === 'desk' || wanted === 'wide') return wanted;
  if (width >= 1600) return 'wide';
  return width >= 700 || (width >= 540 && height > 0 && height < 480) ? 'desk' : 'phone';
}

/** Beside a portrait picture of 9:16 there is still this much picture to see, width against height. */
const PORTRAIT = 0.64;

/** Whether the picture fills the stage, cut where it must be, or is shown whole beside its own blurred poster; on a phone by its own shape. */
export function pictureFit(layout: Layout, width: number, height: number): 'auto' | 'cover' | 'contain' {
  if (layout === 'phone') return 'auto';
  const stage = width - COLUMN_PX[layout];
  return stage < height * PORTRAIT ? 'cover' : 'contain';
}

/** What stands beside the picture, px. */
const COLUMN_PX: Readonly<Record<Layout, number>> = { phone: 0, desk: 380, wide: 760 };
