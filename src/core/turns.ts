/**
 * How long our work may go on in one task before the rest takes turns, ms. With the piece that oversteps it a task stays
 * under the 50 ms from which browsers call it long (W3C Long Tasks).
 */
const SLICE_MS = 12;

const waiting: (() => void)[] = [];
let began: number | undefined;
let wake: (() => void) | undefined;

/** A task of its own, sooner than a timer, and in a background page too. */
function next(): void {
  if (!wake) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = onTask;
    // In Node a channel would keep the process alive.
    (port1 as { unref?(): void }).unref?.();
    wake = () => port2.postMessage(null);
  }
  wake();
}

function onTask(): void {
  const first = waiting.shift();
  began = first && performance.now();
  if (!first) return;
  // What it goes on to do runs before the next message is read.
  first();
  next();
}

/**
 * Asked before a piece of work: undefined, go ahead; or a promise, when this task has worked enough and the page should
 * come to its own first. Pieces go on in the order in which they asked.
 */
export function turn(): Promise<void> | undefined {
  if (waiting.length === 0) {
    const now = performance.now();
    if (began === undefined) {
      began = now;
      next();
      return undefined;
    }
    if (now - began < SLICE_MS) return undefined;
  }
  return new Promise(resolve => waiting.push(resolve));
}

// The script that brings us has worked already when the first piece asks.
if (typeof MessageChannel !== 'undefined' && typeof document !== 'undefined') void turn();
