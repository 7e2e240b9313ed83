/**
 * Web storage, and what is done with it; undefined where it is missing, full or forbidden by the browser, the viewer or
 * the page. The one place of the kit that touches it; docs/decisions/0001-what-is-stored.md says what may go there, and
 * when.
 */
export function deviceMemory<T>(
  use: (storage: Storage) => T,
  storage: () => Storage | undefined = () => globalThis.localStorage,
): T | undefined {
  try {
    const there = storage();
    return there && use(there);
  } catch {
    return undefined;
  }
}
