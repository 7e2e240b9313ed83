import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import test from 'node:test';
import { parseRedisAddress } from './redis-address.js';
import { RedisHints } from './redis-hints.js';

const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`;

/** Speaks as much of Redis' protocol as it takes to subscribe; tells of each time that somebody wants to. */
async function fakeRedis(subscribing: (socket: Socket, channel: string) => void) {
  const server = createServer(socket => {
    socket.on('error', () => {});
    socket.on('data', data => {
      const words = data.toString().split('\r\n');
      for (const [i, word] of words.entries()) {
        if (word === 'hello' || word === 'HELLO') socket.write("-ERR unknown command 'HELLO'\r\n");
        if (word === 'client') socket.write('+OK\r\n');
        if (word === 'info') socket.write(bulk('redis_version:7.0.0\r\nloading:0'));
        if (word === 'subscribe') subscribing(socket, words[i + 2]!);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, address: parseRedisAddress(`redis://127.0.0.1:${port}`) };
}

test('it subscribes again after a break, and one that breaks off meanwhile ends nothing', async () => {
  const asked: string[] = [];
  let again = () => {};
  const secondTime = new Promise<void>(resolve => (again = resolve));
  const { server, address } = await fakeRedis((socket, channel) => {
    asked.push(channel);
    if (asked.length === 1) socket.end(`*3\r\n${bulk('subscribe')}${bulk(channel)}:1\r\n`);
    else again();
  });
  const hints = new RedisHints(
    address,
    log => `c:${log}`,
    () => {},
  );
  await hints.open();
  hints.subscribe('spring', () => {});
  await secondTime;
  // Never answered: what is waited for now fails, and nobody is there to hear of it.
  hints.close();
  await new Promise(resolve => server.close(resolve));
  // A failure that nobody takes is told in a later turn.
  await new Promise(resolve => setTimeout(resolve, 0));
  assert.deepEqual(asked, ['c:spring', 'c:spring']);
});
