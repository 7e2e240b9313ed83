import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { HOST_TOKEN, ServerUnderTest, type Answer } from '../../../test/fixtures/room-server.js';
import {
  codes,
  httpStatus,
  limits,
  parseAnswer,
  parseSession,
  parseSnapshot,
  type Command,
} from '../../protocol/index.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-http-'));
const clock = { now: 1_700_000_000_000 };
const it = await ServerUnderTest.start({ now: () => clock.now });
after(async () => {
  await it.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A refusal is a code of the table with its status and number, and nothing from inside. */
function refused(answer: Answer, code: keyof typeof codes): void {
  assert.equal(answer.body.error?.code, code, answer.text);
  assert.equal(answer.status, httpStatus[code]);
  assert.equal(answer.body.error.number, codes[code].number);
  assert.equal(typeof answer.body.now, 'number');
  assert.ok(!/\bat .*:\d+:\d+/.test(answer.text), 'a stack');
}

test('joining, the snapshot and every answer are of the protocol and carry the time', async () => {
  const session = parseSession(await it.join(undefined, { name: ' Li  Hua ' }));
  assert.equal(session.viewer.name, 'Li Hua');
  assert.equal(session.now, clock.now);
  const snapshot = await it.ask('GET', 'snapshot');
  assert.equal(parseSnapshot(snapshot.body).room, 'spring');
  assert.equal(snapshot.body.now, clock.now);
  const comment = await it.send(session.token, { type: 'comment.send', text: 'hello' });
  assert.equal(parseAnswer('comment.send', comment.body).comment.text, 'hello');
  assert.equal(comment.headers['cache-control'], 'no-store');
  assert.equal(typeof (await it.ask('GET', '/healthz')).body.now, 'number');
  assert.equal((await it.ask('GET', '/readyz')).status, 200);
});

test('the host runs the room, a viewer does not', async () => {
  assert.equal(parseAnswer('phase.set', (await it.host({ type: 'phase.set', phase: 'live' })).body).seq, 2);
  assert.equal((await it.host({ type: 'phase.set', phase: 'live' })).body.seq, null);
  const { token } = await it.join();
  refused(await it.send(token, { type: 'phase.set', phase: 'ended' }), 'not-allowed');
});

test('a command without a usable key or token is refused', async () => {
  const { token, resume } = await it.join();
  const command = { type: 'comment.send', text: 'x' };
  const auth = { authorization: `Bearer ${token}` };
  refused(await it.ask('POST', 'commands', auth, command), 'key-missing');
  refused(await it.send(token, command, 'k'.repeat(limits.keyLength + 1)), 'malformed');
  refused(await it.send(token, command, 'two words'), 'malformed');
  refused(await it.ask('POST', 'commands', { 'idempotency-key': 'k' }, command), 'token-missing');
  for (const bad of ['nonsense', `${token}x`, resume!, HOST_TOKEN, 'qs1.e30.x']) {
    refused(await it.send(bad, command), 'token-bad');
  }
  refused(
    await it.ask('POST', 'commands', { authorization: 'Basic abc', 'idempotency-key': 'k' }, command),
    'token-bad',
  );
});

test('a body that is not a command is refused with the place of the fault', async () => {
  const { token } = await it.join();
  const send = async (body: unknown, code: keyof typeof codes, path?: string) => {
    const answer = await it.send(token, body as object);
    refused(answer, code);
    if (path) assert.equal(answer.body.error?.path, path);
  };
  await send({ type: 'room.destroy' }, 'unknown-command', 'type');
  await send({ type: '__proto__' }, 'unknown-command');
  await send({ type: 'constructor' }, 'unknown-command');
  await send({}, 'malformed', 'type');
  await send([], 'malformed');
  await send('{"type":', 'malformed');
  await send('', 'malformed');
  await send('{"type":"comment.send","text":"x","__proto__":{"admin":true}}', 'malformed');
  await send('{"type":"comment.send","text":"x","constructor":{"prototype":{}}}', 'malformed');
  await send({ type: 'comment.send', text: 7 }, 'malformed', 'text');
  await send({ type: 'coupon.claim', couponId: '../x' }, 'malformed', 'couponId');
  await send({ type: 'coupon.claim', couponId: 'none' }, 'coupon-unknown', 'couponId');
  await send({ type: 'comment.send', text: 'x'.repeat(limits.bodyBytes) }, 'too-large');
});

test('a product with all its combinations is put on the shelf by the host, and nothing so long is read of viewers', async () => {
  const sizes = Array.from({ length: 60 }, (_, i) => ({ id: `s${i}`, title: `Size ${i}` }));
  const product = {
    ...{ id: 'shirt', title: 'Shirt', pictures: [], stock: null },
    price: { kind: 'fixed', amount: { minor: 9900, currency: 'CNY' } },
    options: [{ id: 'size', title: 'Size', values: sizes }],
    variants: sizes.map(({ id }) => ({
      id,
      choice: { size: id },
      picture: `/media/${'x'.repeat(200)}.webp`,
    })),
  };
  const command = { type: 'shelf.put', product };
  assert.ok(JSON.stringify(command).length > 3 * limits.bodyBytes);
  const { token } = await it.join();
  refused(await it.send(token, command), 'too-large');
  refused(await it.send('nonsense', command), 'too-large');
  refused(await it.ask('POST', 'session', {}, { name: 'x'.repeat(limits.bodyBytes) }), 'too-large');
  const put = await it.host(command as Command);
  assert.equal(put.status, 200, put.text);
  refused(await it.host({ ...command, more: 'x'.repeat(limits.staffBodyBytes) } as Command), 'too-large');
  const { body } = await it.ask('GET', 'snapshot');
  assert.equal(parseSnapshot(body).state.products.at(-1)?.variants?.length, 60);
  await it.host({ type: 'shelf.remove', productId: 'shirt' });
});

test('only JSON is read, so that no form of another site is ever a command', async () => {
  const { token } = await it.join();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'k', 'content-type': type };
    const answer = await it.ask('POST', 'commands', headers, '{"type":"comment.send","text":"x"}');
    refused(answer, 'malformed');
    assert.equal(answer.body.error?.path, 'content-type');
  }
});

test('addresses and rooms that are not there', async () => {
  refused(await it.ask('GET', '/nowhere'), 'not-found');
  refused(await it.ask('GET', '/v1/rooms/spring'), 'not-found');
  refused(await it.ask('POST', '/v1/rooms/summer/session'), 'room-not-found');
  refused(await it.ask('GET', '/v1/rooms/summer/snapshot'), 'room-not-found');
  refused(await it.ask('GET', '/v1/rooms/summer/feed'), 'room-not-found');
  refused(await it.ask('GET', '/%ff'), 'malformed');
});

test('the same key and body is the same answer, byte for byte; another body is refused', async () => {
  const { token } = await it.join();
  const say = (text: string) => it.send(token, { type: 'comment.send', text }, 'say-1');
  const first = await say('once');
  clock.now += 5000;
  const again = await say('once');
  assert.equal(again.text, first.text);
  assert.deepEqual(
    [first.headers['idempotency-replayed'], again.headers['idempotency-replayed']],
    [undefined, 'true'],
  );
  refused(await say('twice'), 'key-reused');
  // White space and order are not another body.
  const spaced = '{ "text": "once",\n "type": "comment.send" }';
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'say-1' };
  assert.equal((await it.ask('POST', 'commands', headers, spaced)).text, first.text);
  await it.server.hub.tick();
  const snapshot = parseSnapshot((await it.ask('GET', 'snapshot')).body);
  assert.equal(snapshot.comments.filter(comment => comment.text === 'once').length, 1);
});

test('after a restart a command that did something is answered with the same bytes', async () => {
  const data = join(folder, 'restart');
  const before = await ServerUnderTest.start({ data, now: () => clock.now });
  const { token } = await before.join();
  const host = await before.join(HOST_TOKEN);
  const asked = [
    { by: host.token, command: { type: 'coupon.open', couponId: 'plain' }, key: 'a' },
    { by: token, command: { type: 'coupon.claim', couponId: 'plain' }, key: 'b' },
    { by: token, command: { type: 'comment.send', text: 'hello' }, key: 'c' },
  ];
  const first: Answer[] = [];
  for (const { by, command, key } of asked) first.push(await before.send(by, command, key));
  await before.close();

  clock.now += 60_000;
  const again = await ServerUnderTest.start({ data, now: () => clock.now });
  for (const [i, { by, command, key }] of asked.entries()) {
    const answer = await again.send(by, command, key);
    assert.equal(answer.text, first[i]!.text);
    assert.equal(answer.headers['idempotency-replayed'], 'true');
  }
  const held = await again.send(token, { type: 'coupon.claim', couponId: 'plain' }, 'new');
  assert.deepEqual([held.body.result, held.body.code], ['already', first[1]!.body.code]);
  await again.close();
});

test('comments: one a second, three at once; the refusal says how long to wait, and a repetition is free', async () => {
  const { token } = await it.join();
  const say = (text: string, key: string) => it.send(token, { type: 'comment.send', text }, key);
  for (const n of ['1', '2', '3']) assert.equal((await say(n, `fast-${n}`)).status, 200);
  const tooFast = await say('4', 'fast-4');
  refused(tooFast, 'comment-too-fast');
  assert.equal(tooFast.body.error?.retryAfterMs, 1000);
  assert.equal(tooFast.headers['retry-after'], '1');
  assert.equal((await say('1', 'fast-1')).status, 200);
  clock.now += 1000;
  assert.equal((await say('4', 'fast-4')).status, 200);
  const host = await it.join(HOST_TOKEN);
  for (let i = 0; i < 6; i += 1) {
    assert.equal((await it.send(host.token, { type: 'comment.send', text: `host ${i}` })).status, 200);
  }
});

test('markup, turned and hidden characters arrive as plain text or not at all', async () => {
  const { token } = await it.join();
  const say = async (text: string) => (await it.send(token, { type: 'comment.send', text })).body as never;
  assert.equal(
    ((await say('<script>alert(1)</script>')) as { comment: { text: string } }).comment.text,
    '<script>alert(1)</script>',
  );
  assert.equal(((await say('a\u202eb\u0000c\u2067d')) as { comment: { text: string } }).comment.text, 'abcd');
  const empty = await it.send(token, { type: 'comment.send', text: '\u202e\u200b\n' });
  refused(empty, 'comment-empty');
  clock.now += 10_000;
  refused(await it.send(token, { type: 'comment.send', text: 'x'.repeat(201) }), 'comment-too-long');
});
