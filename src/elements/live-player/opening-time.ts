import type { Phase } from '../../protocol/index.js';

/** Media time, s, at which the page's address opens a recording. */
export function openingTime(phase: Phase | undefined): Promise<number | undefined> | undefined {
  if (phase !== 'replay' || !location.hash.includes('qun-t=')) return undefined;
  return import('../../platform/deep-link.js').then(
    ({ parseDeepLink }) => parseDeepLink(location.hash).time,
    () => undefined,
  );
}
