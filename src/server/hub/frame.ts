import { formatPosition, type ControlEvent, type Position } from '../../protocol/index.js';

export type FrameName = 'hello' | 'snapshot' | 'control' | 'tick';

/** One SSE event, encoded once for everybody. Data is JSON on one line, so it needs no splitting. */
export function frame(name: FrameName, json: string, position?: Position): Buffer {
  const id = position ? `id: ${formatPosition(position)}\n` : '';
  return Buffer.from(`${id}event: ${name}\ndata: ${json}\n\n`);
}

export const controlFrame = (event: ControlEvent) => frame('control', JSON.stringify(event), event);

/** How long the browser waits before it comes back by itself, ms. */
export const retryFrame = (ms: number) => Buffer.from(`retry: ${Math.round(ms)}\n\n`);

/** A comment line: keeps proxies from closing a silent stream. */
export const heartbeatFrame = Buffer.from(': hb\n\n');
