/** Further down than this, or flicked faster, the sheet goes; else it springs back. */
const FAR_PX = 96;
const FAST_PX_PER_MS = 0.5;
/** Shorter than this is a tap with an unsteady finger. */
const FLICK_PX = 24;

/**
 * Lets `panel` follow a finger that began on `handle`, downwards only. `held` tells when it does, so that transitions
 * can rest; `close` when it was let go far or fast enough. Listeners end with `signal`.
 */
export function dragToClose(
  handle: HTMLElement,
  panel: HTMLElement,
  { held, close, signal }: { held(on: boolean): void; close(): void; signal: AbortSignal },
): void {
  let startY = 0;
  let startAt = 0;
  let moved = 0;
  let pointer: number | undefined;

  const listen = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', on: typeof begin) => {
    handle.addEventListener(type, on);
    // `signal` as a listener option is younger than our oldest Safari.
    signal.addEventListener('abort', () => handle.removeEventListener(type, on));
  };
  const begin = (event: PointerEvent): void => {
    if (pointer !== undefined || event.button > 0 || (event.target as Element).closest('button')) return;
    pointer = event.pointerId;
    startY = event.clientY;
    startAt = event.timeStamp;
    moved = 0;
    handle.setPointerCapture(pointer);
  };
  const follow = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    moved = Math.max(0, event.clientY - startY);
    held(true);
    panel.style.setProperty('transform', `translateY(${moved}px)`);
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    pointer = undefined;
    held(false);
    panel.style.removeProperty('transform');
    const speed = moved / Math.max(1, event.timeStamp - startAt);
    if (event.type === 'pointerup' && (moved > FAR_PX || (moved > FLICK_PX && speed > FAST_PX_PER_MS)))
      close();
  };
  listen('pointerdown', begin);
  listen('pointermove', follow);
  listen('pointerup', end);
  listen('pointercancel', end);
}
