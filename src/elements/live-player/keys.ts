/** What each key asks for while the focus is on the player, as everywhere else. Named as `aria-keyshortcuts` names them. */
const KEYS = {
  toggle: 'k Space',
  sound: 'm',
  fullScreen: 'f',
  captions: 'c',
  pictureInPicture: 'i',
  live: 'l',
  back: 'ArrowLeft',
  forward: 'ArrowRight',
  farBack: 'j',
  start: 'Home',
  end: 'End',
  louder: 'ArrowUp',
  softer: 'ArrowDown',
} as const;

export type KeyWish = keyof typeof KEYS;

/** The keys that ask for `wish`, for `aria-keyshortcuts`. */
export const keysFor = (wish: KeyWish): string => KEYS[wish];

const wishes = new Map(
  Object.entries(KEYS).flatMap(([wish, keys]) => keys.split(' ').map(key => [key, wish as KeyWish])),
);

/** Keys that belong to the control that has the focus. */
function isTaken(key: string, target: HTMLElement): boolean {
  if (target.classList.contains('volume')) return /^(Arrow|Home|End)/.test(key);
  return key === 'Space' && /^(button|input)$/i.test(target.tagName);
}

/** What a key press at `target` asks for. */
export function keyWish(event: KeyboardEvent, target: HTMLElement): KeyWish | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (isTaken(key, target)) return undefined;
  const wish = wishes.get(key);
  // On a slider of time, up is later.
  if (!target.classList.contains('seek')) return wish;
  return wish === 'louder' ? 'forward' : wish === 'softer' ? 'back' : wish;
}
