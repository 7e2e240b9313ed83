/** Waits until `check` holds, asking again soon; for what no event announces. Throws naming `what` after `ms`. */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  ms = 15_000,
): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    if (await check()) return;
    if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s, and not yet: ${what}`);
    await new Promise(again => setTimeout(again, 50));
  }
}
