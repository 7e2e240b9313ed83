import type { Environment } from './environment.js';
import { within } from './within.js';

/** A share sheet that has said nothing for this long stands open, ms: some never say anything at all. */
const OPEN_MS = 10_000;

/**
 * `opened`: the sheet was there; what the viewer did in it nobody knows. `dismissed`: they closed it, or one is open
 * already. `refused`: no such sheet here, or not allowed now.
 */
export type WebShareOutcome = 'opened' | 'dismissed' | 'refused';

/** Opens the browser's share sheet. Needs a tap of the viewer just before. Never rejects. */
export async function shareByWeb(
  data: ShareData,
  { share, canShare }: Environment,
): Promise<WebShareOutcome> {
  if (!share || !allowed(data, canShare)) return 'refused';
  const open = () => share(data).then((): WebShareOutcome => 'opened');
  return within(OPEN_MS, open, 'opened', error => {
    const { name } = error instanceof Error ? error : { name: '' };
    return name === 'AbortError' || name === 'InvalidStateError' ? 'dismissed' : 'refused';
  });
}

function allowed(data: ShareData, canShare: Environment['canShare']): boolean {
  try {
    return canShare?.(data) ?? true;
  } catch {
    return false; // a permissions policy, or data it cannot read
  }
}
