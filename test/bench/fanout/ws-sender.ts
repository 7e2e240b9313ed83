// What the room server is held against: `ws` sending one buffer to everybody, and nothing else.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answering } from './answering.js';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
await once(server, 'listening');
const comment = {
  id: '1m8004cw5f8vyc9egyk',
  from: { id: 'a', role: 'viewer' },
  text: '这个茶真的好香，什么时候发货？',
  at: Date.now(),
};

answering({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  async tick() {
    const tick = {
      ...{ v: 1, epoch: 'bd8jvc4axzkq', seq: 1, at: Date.now(), online: server.clients.size },
      ...{ commentCount: 100, likes: 0, comments: [comment, comment], more: 0, left: {} },
    };
    const bytes = Buffer.from(JSON.stringify(tick));
    for (const client of server.clients) client.send(bytes, { binary: false });
  },
  async event() {},
  connections: () => server.clients.size,
  cut: async () => 0,
  close: async () => server.close(),
});
