/** A live origin that breaks on command: `npx qunlive faults`, or in-process in tests; and what any origin of prepared segments needs. */
export { FaultOrigin, type FaultOriginOptions } from './fault-origin.js';
export { FaultStream } from './fault-stream.js';
export { faults, FaultWishError, type FaultKind, type FaultWish, type Target } from './fault.js';
export type { ActiveFault } from './active-fault.js';
export type { LoggedRequest, RequestLog } from './request-log.js';
export type { StreamOptions } from './stream-options.js';
export type { LiveSet, Rendition } from './live-set.js';
export { boxes, find, moved, one, trackRuns, type Box, type TrackRun } from './mp4.js';
export { masterPlaylist } from './playlist.js';
