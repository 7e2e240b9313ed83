import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line that all connections through it share. */
export interface SlowLine {
  readonly port: number;
  /** Bytes that have come down. */
  readonly bytes: number;
  close(): Promise<void>;
}

/** So often the line hands on what it holds, ms. */
const STEP_MS = 5;

/**
 * A way to a server of this machine, for browsers that cannot be told to be slow: so many Mbit/s down, shared by all
 * connections and handed on in turn, and half of `latencyMs` in each direction.
 */
export async function slowLine(to: number, line: { down?: number; latencyMs?: number }): Promise<SlowLine> {
  const { down = Infinity, latencyMs = 0 } = line;
  const perStep = (down * 1e6 * STEP_MS) / 8000;
  const waiting = new Map<Socket, Buffer[]>();
  const sockets = new Set<Socket>();
  let bytes = 0;
  let credit = 0;

  const later = (what: () => void) => setTimeout(what, latencyMs / 2);
  const timer = setInterval(() => {
    const busy = [...waiting].filter(([, parts]) => parts.length > 0);
    // An idle line saves nothing up.
    credit = busy.length > 0 ? credit + perStep : 0;
    for (let turn = 0; credit >= 1 && busy.some(([, parts]) => parts.length > 0); turn += 1) {
      const [socket, parts] = busy[turn % busy.length]!;
      const part = parts.shift();
      if (!part) continue;
      // As much as fits into one packet, so that nobody waits for another's file.
      const now = part.subarray(0, Math.min(part.length, 1400, Math.ceil(credit)));
      if (now.length < part.length) parts.unshift(part.subarray(now.length));
      credit -= now.length;
      bytes += now.length;
      later(() => socket.writable && socket.write(now));
    }
  }, STEP_MS);

  const server = createServer(near => {
    const far = connect(to, '127.0.0.1');
    const parts: Buffer[] = [];
    waiting.set(near, parts);
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay());
      socket.on('error', () => socket.destroy());
    }
    near.on('data', chunk => later(() => far.writable && far.write(chunk)));
    far.on('data', chunk => parts.push(chunk));
    near.on('close', () => {
      waiting.delete(near);
      far.destroy();
    });
    far.on('close', () => sockets.delete(far));
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    get bytes() {
      return bytes;
    },
    async close() {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise(done => server.close(done));
    },
  };
}
