import { Listeners } from '../../../media/listeners.js';
import type { Point } from './corner.js';

/** A finger that has moved less has tapped, px. */
const SLOP = 6;
/** How far back the speed of a finger is looked at, ms. */
const RECENT_MS = 80;

export interface DragListener {
  /** So far from where it was taken, px. */
  moved(by: Point): void;
  /** Let go of at this speed, px/ms. */
  dropped(speed: Point): void;
}

interface Trace extends Point {
  readonly at: number;
}

/** Follows one finger, or the mouse, that takes hold of `handle`. A tap stays a tap. */
export class Drag {
  readonly #handle: HTMLElement;
  readonly #listener: DragListener;
  readonly #listeners = new Listeners();
  #traces: Trace[] = [];
  #pointer: number | undefined;
  #from: Point = { x: 0, y: 0 };
  #dragged = false;

  constructor(handle: HTMLElement, listener: DragListener) {
    this.#handle = handle;
    this.#listener = listener;
    const on = (types: string, handler: (event: PointerEvent) => void) =>
      this.#listeners.on(handle, types, event => handler(event as PointerEvent));
    on('pointerdown', event => this.#take(event));
    on('pointermove', event => this.#follow(event));
    on('pointerup pointercancel lostpointercapture', event => this.#drop(event));
  }

  /** The click that comes now is the end of a drag. To be asked once for every click. */
  get dragged(): boolean {
    const dragged = this.#dragged;
    this.#dragged = false;
    return dragged;
  }

  stop(): void {
    this.#listeners.clear();
  }

  #take(event: PointerEvent): void {
    if (this.#pointer !== undefined || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.#dragged = false;
    this.#from = { x: event.clientX, y: event.clientY };
    this.#traces = [];
    this.#trace(event);
  }

  #trace({ clientX: x, clientY: y, timeStamp: at }: PointerEvent): void {
    this.#traces = [...this.#traces.filter(one => at - one.at < RECENT_MS), { x, y, at }];
  }

  #follow(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    const by = { x: event.clientX - this.#from.x, y: event.clientY - this.#from.y };
    if (!this.#dragged) {
      if (Math.hypot(by.x, by.y) < SLOP) return;
      this.#dragged = true;
      try {
        this.#handle.setPointerCapture(event.pointerId);
      } catch {
        // The finger is gone already.
      }
    }
    this.#trace(event);
    this.#listener.moved(by);
  }

  #drop(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = undefined;
    if (!this.#dragged) return;
    // One that rested before it let go throws nothing.
    const recent = this.#traces.filter(one => event.timeStamp - one.at < RECENT_MS);
    const [first, last] = [recent[0], recent[recent.length - 1]];
    const ms = first && last ? last.at - first.at : 0;
    this.#listener.dropped(
      ms > 0 ? { x: (last!.x - first!.x) / ms, y: (last!.y - first!.y) / ms } : { x: 0, y: 0 },
    );
  }
}
