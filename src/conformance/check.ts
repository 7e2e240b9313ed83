import type { RoomUnderTest } from './room-under-test.js';

/** One thing that a room server must do, and how to see whether it does. */
export interface Check {
  /** `area.what`. Never given to another check: builds name it. */
  id: string;
  /** What must be so. */
  asserts: string;
  /** What goes wrong for viewers or the shop where it is not so. */
  why: string;
  /** One thing to do. */
  mend: string;
  /** Acts as the host, and changes what is shown: not tried without a host's token. */
  host?: true;
  /** Throws a Fault that says what was seen instead, or NotTried. */
  run(room: RoomUnderTest): Promise<void>;
}

/** The server does otherwise. The message says what was seen. */
export class Fault extends Error {}

/** It cannot be said. The message says what is missing. */
export class NotTried extends Error {}

/** Throws a Fault that says `seen` where it is not so. */
export function must(so: boolean, seen: string): asserts so {
  if (!so) throw new Fault(seen);
}

/** A value as a line of a report: whole where it is short. */
export function show(value: unknown, length = 120): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
