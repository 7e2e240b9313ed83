import type { ServerState, ServerWish } from './messages.js';

export interface Measured {
  url: string;
  tick(): Promise<void>;
  event(n: number): Promise<void>;
  connections(): number;
  cut(): Promise<number>;
  close(): Promise<unknown>;
}

/** Does what it is wished, and says what that took. */
export function answering(measured: Measured): void {
  const talk = async (ticks: number, everyMs: number) => {
    for (let i = 0; i < ticks; i += 1) {
      await measured.tick();
      await new Promise(resolve => setTimeout(resolve, everyMs));
    }
  };
  const flood = async (events: number, seen: () => void) => {
    for (let i = 0; i < events; i += 1) {
      await measured.event(i);
      if (i % 10 === 0) {
        seen();
        // Sockets are written to between two turns of the loop.
        await new Promise(setImmediate);
      }
    }
  };
  process.on('message', (wish: ServerWish) => {
    void (async () => {
      const before = process.cpuUsage();
      let peakBytes = process.memoryUsage.rss();
      const seen = () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()));
      if (wish.wish === 'talk') await talk(wish.ticks, wish.everyMs);
      if (wish.wish === 'flood') await flood(wish.events, seen);
      seen();
      const { user, system } = process.cpuUsage(before);
      const state: ServerState = {
        cpuUs: user + system,
        rssBytes: process.memoryUsage.rss(),
        peakBytes,
        connections: measured.connections(),
        cut: await measured.cut(),
      };
      process.send!(state);
    })();
  });
  process.on('disconnect', () => {
    void measured.close();
    setTimeout(() => process.exit(0), 2000).unref();
  });
  process.send!(measured.url);
}
