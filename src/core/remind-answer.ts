/**
 * What has come of asking to be reminded, as services of this kind tell it; the numbers are those of WeChat Channels'
 * `reserveChannelsLive`, so that its answer may be handed on as it is.
 */
const STATES = [
  /** The show is on; they did not go. */
  'live-left',
  /** The show is on, and they went. */
  'live-entered',
  /** The show was called off. */
  'cancelled',
  'ended',
  /** They closed the question without an answer. */
  'closed',
  'reserved',
  /** Is not to be reminded any more. */
  'released',
  /** Had been reserved before. */
  'kept',
  /** They left the app's own way. */
  'dismissed',
  /** The notice is too old to be reserved. */
  'expired',
] as const;
export type RemindState = (typeof STATES)[number];

/** What a page may answer with: a state, its number from 1, an object with either, or simply whether it is reserved. */
export type RemindAnswer =
  RemindState | number | boolean | { state: RemindState | number } | { reserved: boolean };

/** `answer` as a state; undefined: it says nothing that is known. */
export function remindState(answer: unknown): RemindState | undefined {
  if (typeof answer === 'boolean') return answer ? 'reserved' : 'released';
  if (typeof answer === 'number') return STATES[answer - 1];
  if (typeof answer === 'string') return STATES.find(state => state === answer) ?? STATES[Number(answer) - 1];
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { state, reserved } = answer as { state?: unknown; reserved?: unknown };
  return remindState(
    typeof state === 'string' || typeof state === 'number'
      ? state
      : reserved === true || reserved === false
        ? reserved
        : undefined,
  );
}

/** Whether somebody is reminded after `state`; undefined: it leaves that as it was. */
export function reservedAfter(state: RemindState): boolean | undefined {
  if (state === 'reserved' || state === 'kept') return true;
  return state === 'released' ? false : undefined;
}

/** What stands in the way of reserving for good. */
export const REMIND_ENDS: readonly RemindState[] = [
  'cancelled',
  'ended',
  'expired',
  'live-left',
  'live-entered',
];
