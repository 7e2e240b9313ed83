// Viewers of bench:fanout, many in one process: bare sockets that count messages and how late each was.
import { connect, type Socket } from 'node:net';
import type { Kind, ReaderState, ReaderWish } from './messages.js';

const AT_ONCE = 50;
const requests: Record<Kind, string> = {
  sse: 'GET /v1/rooms/spring/feed HTTP/1.1\r\nhost: x\r\n\r\n',
  ws: 'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
};
/** What shows that a message is complete, in each protocol as our servers write it. */
const begun: Record<Kind, string> = { sse: 'event: snapshot', ws: '101 Switching' };

const sockets = new Set<Socket>();
let state: ReaderState = { connected: 0, messages: 0, bytes: 0, lags: [] };

async function open(kind: Kind, port: number, stalled: boolean): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  sockets.add(socket);
  socket.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error('a viewer was turned away')));
    let ready = false;
    socket.on('data', chunk => {
      const text = chunk.toString('latin1');
      if (!ready) {
        ready = text.includes(begun[kind]);
        if (!ready) return;
        state.connected += 1;
        if (stalled) socket.pause();
        resolve();
        return;
      }
      const now = Date.now();
      state.bytes += chunk.length;
      // The first time in a message is its own; those of its comments come later.
      for (const part of text.split('"v":1,"epoch"').slice(1)) {
        state.messages += 1;
        state.lags.push(now - Number(/"at":(\d+)/.exec(part)?.[1]));
      }
    });
    socket.write(requests[kind]);
  });
}

async function connectAll(kind: Kind, port: number, count: number, stalled: boolean): Promise<void> {
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await open(kind, port, stalled);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

process.on('message', (wish: ReaderWish) => {
  if (wish.wish === 'leave') {
    for (const socket of sockets) socket.destroy();
    process.exit(0);
  }
  const told =
    wish.wish === 'report'
      ? Promise.resolve()
      : connectAll(wish.kind, wish.port, wish.count, wish.stalled ?? false);
  told.then(
    () => {
      process.send!(state);
      if (wish.wish === 'report') state = { ...state, messages: 0, bytes: 0, lags: [] };
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
