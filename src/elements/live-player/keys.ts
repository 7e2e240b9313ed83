/** What a key asks of the player, as everywhere else: space or k, m, l. */
export function keyWish(event: KeyboardEvent, target: HTMLElement): 'toggle' | 'sound' | 'live' | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  switch (event.key.toLowerCase()) {
    case ' ':
      // On a button or the volume, space is theirs.
      return /^(button|input)$/i.test(target.tagName) ? undefined : 'toggle';
    case 'k':
      return 'toggle';
    case 'm':
      return 'sound';
    case 'l':
      return 'live';
    default:
      return undefined;
  }
}
