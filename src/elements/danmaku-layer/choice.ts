import { deviceMemory } from '../../core/device-memory.js';

const NAME = 'qunlive:danmaku';

/** What this viewer has chosen, here or on another visit; undefined: nothing yet. */
export function chosen(): boolean | undefined {
  const kept = deviceMemory(storage => storage.getItem(NAME)) ?? undefined;
  return kept === undefined ? undefined : kept === 'on';
}

/** To be called when the viewer chooses, and at no other time. */
export function keepChoice(on: boolean): void {
  deviceMemory(storage => storage.setItem(NAME, on ? 'on' : 'off'));
}
