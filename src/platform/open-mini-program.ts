/** WeChat tells nothing when a page has taken over; longer than this it would have refused, ms. */
const PATIENCE_MS = 2000;

interface Leading {
  url: string;
  success?(): void;
  fail?(error?: unknown): void;
}
interface MiniProgram {
  navigateTo?(leading: Leading): void;
  switchTab?(leading: Leading): void;
}

/** What the shop's page has of WeChat's own script, if it has it. */
const bridge = (): MiniProgram | undefined =>
  (globalThis as { wx?: { miniProgram?: MiniProgram } }).wx?.miniProgram;

/**
 * Opens a page of the mini-program around this one: `path` from its root, with its query. A page of its tab bar is
 * opened as such, where a query is lost. Resolves to whether it opens; never rejects.
 */
export async function openMiniProgram(path: string, wx = bridge()): Promise<boolean> {
  if (!wx) return false;
  if (await goes(wx, 'navigateTo', path)) return true;
  return goes(wx, 'switchTab', path.split('?')[0]!);
}

function goes(wx: MiniProgram, way: 'navigateTo' | 'switchTab', url: string): Promise<boolean> {
  return new Promise(resolve => {
    if (typeof wx[way] !== 'function') return resolve(false);
    const timer = setTimeout(() => resolve(true), PATIENCE_MS);
    const settle = (opens: boolean) => {
      clearTimeout(timer);
      resolve(opens);
    };
    try {
      wx[way]({ url, success: () => settle(true), fail: () => settle(false) });
    } catch {
      settle(false); // a bridge that is not up
    }
  });
}
