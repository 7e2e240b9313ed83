/**
 * What `ask()` comes to; `late` if that takes longer than `ms`, and what `failed` makes of it if it throws or rejects.
 * Bridges of apps answer late, twice or never, so nothing waits for them without this.
 */
export function within<T>(
  ms: number,
  ask: () => Promise<T>,
  late: T,
  failed: (error: unknown) => T = () => late,
): Promise<T> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(late), ms);
    const settle = (outcome: T) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const fail = (error: unknown) => settle(failed(error));
    try {
      ask().then(settle, fail);
    } catch (error) {
      fail(error);
    }
  });
}
