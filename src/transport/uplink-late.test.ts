import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { TestEventSource } from '../../test/fixtures/event-source.js';
import { holdBack } from '../../test/fixtures/late-part.js';
import { Recorder } from '../../test/fixtures/recorder.js';
import { ScriptedServer } from '../../test/fixtures/scripted-server.js';
import { ServerClock } from '../core/server-clock.js';
import { SseTransport } from './sse-transport.js';
import { uplink } from './uplink-part.js';

// In the order of what happens to one page: the way up is fetched once.
const network = holdBack(uplink);
const server = new ScriptedServer();
const turn = () => new Promise(resolve => setImmediate(resolve));
mock.method(console, 'warn', () => {});

before(() => server.start());
after(() => server.stop());

const transport = () => new SseTransport({ url: server.url, EventSource: TestEventSource });

test('a room that only is looked at asks for nothing more', () => {
  const feed = transport().connect(new Recorder(), new ServerClock());
  feed.close();
  assert.equal(network.asked(), 0);
});

test('who leaves before the way up has come is told so, at once', async () => {
  const room = transport();
  const feed = room.connect(new Recorder(), new ServerClock());
  const joining = room.join();
  await turn();
  assert.equal(network.asked(), 1);
  feed.close();
  await assert.rejects(joining, { code: 'network' });
});

test('a wish waits until the way up has come, however often that failed before', async () => {
  server.commands = asked => ({
    comment: {
      id: 's1',
      from: { id: 'me', role: 'viewer' },
      text: (asked.body as { text: string }).text,
      at: 1,
    },
    now: server.now(),
  });
  const room = transport();
  const feed = room.connect(new Recorder(), new ServerClock());
  network.fail();
  await turn();
  assert.equal(uplink.failed, true);
  const sending = room.send({ type: 'comment.send', text: 'hi' }, 'key-1');
  await turn();
  assert.equal(network.asked(), 2, 'it is asked for at once');
  assert.equal(server.of('commands').length, 0);
  network.give();
  assert.equal((await sending).comment.text, 'hi');
  assert.equal(server.of('session').length, 1);
  feed.close();
});
