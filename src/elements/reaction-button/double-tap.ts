/** Between two taps of a pair, at most, ms and px. */
const PAIR_MS = 320;
const PAIR_PX = 40;

/** Whatever a finger is after when it taps one of these, it is no heart. */
const BUSY = 'a, button, input, textarea, select, [role=slider]';

/** Calls `act` with the place of a finger's double tap on `picture`, and of each tap that goes on from it. Returns how to stop. */
export function onDoubleTap(picture: HTMLElement, act: (x: number, y: number) => void): () => void {
  let last = { at: -Infinity, x: 0, y: 0 };
  const listener = (event: PointerEvent) => {
    const { pointerType, isPrimary, clientX: x, clientY: y, timeStamp: at } = event;
    const target = event.composedPath()[0];
    if (pointerType !== 'touch' || !isPrimary) return;
    if (target instanceof Element && target.closest(BUSY)) return;
    const near = Math.hypot(x - last.x, y - last.y) < PAIR_PX;
    if (at - last.at < PAIR_MS && near) act(x, y);
    last = { at, x, y };
  };
  picture.addEventListener('pointerup', listener);
  return () => picture.removeEventListener('pointerup', listener);
}
