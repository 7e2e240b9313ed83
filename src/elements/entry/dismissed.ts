import { deviceMemory } from '../../core/device-memory.js';

const key = (room: string) => `qunlive:entry:${room}`;
const DAY_MS = 86_400_000;

/** Whether this viewer has put the entry of `room` away within the last day. */
export function wasDismissed(room: string, now = Date.now()): boolean {
  const at = Number(deviceMemory(storage => storage.getItem(key(room))) ?? 0);
  // A clock that was put back since does not hide it for years.
  return at > now - DAY_MS && at <= now;
}

/** Remembers it. Written by that tap alone: decision 0001. */
export function rememberDismissed(room: string, now = Date.now()): void {
  deviceMemory(storage => storage.setItem(key(room), String(now)));
}
