const EVERY_MS = 20;

/**
 * How long something that comes in at any moment waits for the event loop on average, ms, since the last reading.
 *
 * Not the longest pause: telling ten thousand readers something is one pause of a tenth of a second, and no overload.
 * With pauses x the wait is Σx² ÷ 2Σx. A timer of our own, since Node's histogram of delays loses the one that spans
 * a reset, which is the one right after each reading.
 */
export function loopLag(): { read: () => number; stop: () => void } {
  let last = performance.now();
  let sum = 0;
  let squares = 0;
  const look = () => {
    const now = performance.now();
    const pause = now - last;
    last = now;
    sum += pause;
    squares += pause * pause;
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    read() {
      look();
      const wait = sum > 0 ? squares / (2 * sum) : 0;
      sum = 0;
      squares = 0;
      // What waits because the timer only looks so often waits for nobody.
      return Math.max(0, wait - EVERY_MS / 2);
    },
    stop: () => clearInterval(timer),
  };
}
