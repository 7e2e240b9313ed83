import type { HostCommand, Show } from 'qunlive/protocol.js';
import { cues, loopSeconds } from './cues.js';

/** The room of the evening that can be watched again. */
export const PAST_ROOM = 'spring-replay';
/** When that evening's show began, ms since 1970: eight o'clock in China. */
export const PAST_STARTED_AT = Date.UTC(2026, 2, 28, 12);

/** Yesterday evening, by this machine's clock, ms. Who came is told of it, so that what is new of them still counts. */
export function lastEvening(now: number): number {
  const evening = new Date(now);
  evening.setDate(evening.getDate() - 1);
  return evening.setHours(20, 0, 0, 0);
}

/** The show of that evening: the same shop and things, with the coupons of the night. */
export const pastShow = (show: Show): Show => ({ ...show, room: PAST_ROOM, stream: null, notice: null });

/** What the host did that evening, at the times the recording shows it; then the recording takes the room over. */
export function pastCommands(poster: string | undefined): HostCommand[] {
  const at = (seconds: number) => PAST_STARTED_AT + seconds * 1000;
  const pins = cues.flatMap(({ atSeconds, productId }, i): HostCommand[] => {
    const before = cues[i - 1]?.productId;
    const mediaAt = at(atSeconds);
    return [
      { type: 'pin.add', productId, mediaAt },
      ...(before ? [{ type: 'pin.remove', productId: before, mediaAt } as const] : []),
    ];
  });
  const over = at(loopSeconds);
  return [
    { type: 'phase.set', phase: 'live', mediaAt: at(0) },
    { type: 'coupon.open', couponId: 'welcome', mediaAt: at(0) },
    ...pins,
    { type: 'coupon.stop', couponId: 'welcome', mediaAt: over },
    { type: 'phase.set', phase: 'ended', mediaAt: over },
    { type: 'stream.set', stream: { src: '/recording/master.m3u8', ...(poster ? { poster } : {}) } },
    { type: 'phase.set', phase: 'replay' },
  ];
}
