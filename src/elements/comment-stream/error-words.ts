import type { Speech } from '../../base/speech.js';
import { limits, type Code } from '../../protocol/index.js';

/** Why words were not sent. */
export const errorWords = (code: Code, { t }: Pick<Speech, 't'>): string =>
  t(`error.${code}`, { max: limits.commentLength });
