import type { Phase } from '../../protocol/index.js';

/** Media time, s, at which the page's address opens a recording. What reads it is fetched where there may be one. */
export const openingTime = (phase: Phase | undefined): Promise<number | undefined> | undefined =>
  phase === 'replay' && location.hash
    ? import('../../platform/deep-link.js').then(
        ({ linkedTime }) => linkedTime(),
        () => undefined,
      )
    : undefined;
