import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { HOST_TOKEN, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { makeShow } from '../../../test/fixtures/show.js';
import { parseReferral } from '../referral/config.js';
import { RoomTokens } from './room-token.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-auth-'));
const { publicKey, privateKey } = await generateKeyPair('EdDSA');
const jwks = join(folder, 'jwks.json');
const publicJwk = { ...(await exportJWK(publicKey)), kid: 'k1' };
writeFileSync(jwks, JSON.stringify({ keys: [publicJwk] }));
const clock = { now: Date.now() };
const it = await ServerUnderTest.start({ merchant: { jwks, issuer: 'shop' }, now: () => clock.now });
after(async () => {
  await it.close();
  rmSync(folder, { recursive: true, force: true });
});

const seconds = () => Math.floor(Date.now() / 1000);
const claims = (change: object = {}) => ({
  sub: 'customer-7',
  aud: 'qunlive',
  iss: 'shop',
  room: 'spring',
  exp: seconds() + 300,
  ...change,
});
const sign = (payload: object, header: object = {}) =>
  new SignJWT(payload as never).setProtectedHeader({ alg: 'EdDSA', kid: 'k1', ...header }).sign(privateKey);
const joinWith = (bearer: string) => it.ask('POST', 'session', { authorization: `Bearer ${bearer}` });
const codeOf = async (bearer: string) => (await joinWith(bearer)).body.error?.code;

test('an anonymous viewer is a guest with a number, and is the same one with the resume token', async () => {
  const first = await it.join();
  assert.match(first.viewer.id, /^g-/);
  assert.ok(first.viewer.guest! >= 1000 && first.viewer.guest! <= 9999);
  const again = await it.join(first.resume);
  assert.deepEqual(again.viewer, first.viewer);
  const named = await it.join(first.resume, { name: 'Li' });
  assert.deepEqual([named.viewer.id, named.viewer.name], [first.viewer.id, 'Li']);
  assert.notEqual((await it.join()).viewer.id, first.viewer.id);
});

test('a name is cleaned, and refused where it is too long', async () => {
  assert.equal((await it.join(undefined, { name: '\u202eLi\u0000 ' })).viewer.name, 'Li');
  assert.ok((await it.join(undefined, { name: ' ' })).viewer.guest);
  const answer = await it.ask('POST', 'session', {}, { name: 'x'.repeat(25) });
  assert.deepEqual([answer.status, answer.body.error?.path], [400, 'name']);
  assert.equal((await it.ask('POST', 'session', {}, { name: 7 })).status, 400);
});

test('a signed viewer has one pseudonym in this room, and their own id stays unseen', async () => {
  const viewers = [await sign(claims({ name: 'Wang Fang', role: 'viewer' })), await sign(claims())];
  const [first, second] = [await it.join(viewers[0]), await it.join(viewers[1])];
  assert.equal(first.viewer.id, second.viewer.id);
  assert.equal(first.viewer.name, 'Wang Fang');
  assert.equal(first.resume, undefined);
  assert.ok(!JSON.stringify(first.viewer).includes('customer-7'));
  assert.notEqual((await it.join(await sign(claims({ sub: 'customer-8' })))).viewer.id, first.viewer.id);
});

test('what a person has done at the merchant’s is the merchant’s to say, and counts for offers', async () => {
  const [coupon] = makeShow().coupons;
  const coupons = [{ ...coupon!, conditions: [{ kind: 'follow' as const }] }];
  const shop = await ServerUnderTest.start({
    merchant: { jwks, issuer: 'shop' },
    shows: [makeShow({ coupons })],
  });
  await shop.host({ type: 'coupon.open', couponId: 'plain' });
  const claim = async (person: object) => {
    const { token } = await shop.join(await sign(claims(person)));
    return (await shop.send(token, { type: 'coupon.claim', couponId: 'plain' })).body as { result?: string };
  };
  assert.equal((await claim({})).result, 'ineligible');
  assert.equal((await claim({ did: ['reserve'] })).result, 'ineligible');
  assert.equal((await claim({ did: ['reserve', 'follow'] })).result, 'won');
  assert.equal(await codeOf(await sign(claims({ did: 'follow' }))), 'token-bad');
  await shop.close();
});

test('who comes back finds what is kept for them; who is new has nothing', async () => {
  const price = { minor: 100, currency: 'CNY' };
  const sale = { id: 'flash', productId: 'a', price, total: 1, perViewer: 1, holdSeconds: 60 };
  const shop = await ServerUnderTest.start({
    shows: [makeShow({ sales: [{ ...sale, expires: { kind: 'stopped' } }] })],
  });
  await shop.host({ type: 'sale.open', saleId: 'flash' });
  const [first, second] = [await shop.join(), await shop.join()];
  const held = await shop.send(first.token, { type: 'sale.reserve', saleId: 'flash' });
  await shop.send(second.token, { type: 'sale.wait', saleId: 'flash' });
  const { reservation } = held.body as unknown as { reservation: object };
  assert.deepEqual((await shop.join(first.resume)).reservations, [reservation]);
  const { reservations, waits } = await shop.join(second.resume);
  assert.deepEqual([reservations, waits?.[0]?.ticket], [undefined, 1]);
  const newcomer = await shop.join();
  assert.ok(!('reservations' in newcomer) && !('waits' in newcomer) && !('entered' in newcomer));
  await shop.close();
});

test('a guide is who the merchant says is one, by name or by their own id', async () => {
  const { config } = parseReferral({
    guides: [
      { id: 'lin', name: 'Lin', code: 'LIN8' },
      { id: 'mei', name: 'Mei', code: 'MEI', subject: 'customer-9' },
    ],
  });
  const shop = await ServerUnderTest.start({ merchant: { jwks, issuer: 'shop' }, referral: config! });
  const guideOf = async (change: object) => (await shop.join(await sign(claims(change)))).guide;
  assert.equal(await guideOf({ guide: 'lin' }), 'lin');
  assert.equal(await guideOf({ sub: 'customer-9' }), 'mei');
  assert.equal(await guideOf({}), undefined);
  assert.equal(await guideOf({ guide: 'who' }), undefined);
  assert.equal((await shop.join(HOST_TOKEN)).guide, undefined);
  await shop.close();
  assert.equal(await codeOf(await sign(claims({ guide: 'a b' }))), 'token-bad');
});

test('roles come from the token', async () => {
  for (const role of ['assistant', 'host'] as const) {
    assert.equal((await it.join(await sign(claims({ role })))).viewer.role, role);
  }
  assert.equal((await it.join(await sign(claims()))).viewer.role, 'viewer');
  assert.equal((await it.join(HOST_TOKEN)).viewer.role, 'host');
  assert.equal((await it.join(HOST_TOKEN)).viewer.name, '阿青');
  assert.equal(await codeOf(await sign(claims({ role: 'admin' }))), 'token-bad');
});

test('a merchant’s host or assistant may see what staff know, by that very token; a viewer may not', async () => {
  const look = async (token: string) =>
    (await it.ask('GET', 'moderation', { authorization: `Bearer ${token}` })).status;
  assert.equal(await look(await sign(claims({ role: 'host' }))), 200);
  assert.equal(await look(await sign(claims({ role: 'assistant' }))), 200);
  assert.equal(await look(await sign(claims())), 403);
  assert.equal(await look(await sign(claims({ role: 'host', room: 'summer' }))), 403);
  const { resume } = await it.join();
  assert.equal(await look(resume!), 401);
});

test('a token that is not quite right is refused', async () => {
  const other = await generateKeyPair('EdDSA');
  const foreign = await new SignJWT(claims())
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .sign(other.privateKey);
  // The public key taken for a shared secret: the classic confusion of algorithms.
  const confused = await new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(Buffer.from(JSON.stringify(publicJwk)));
  const { exp: _, ...endless } = claims();
  const bad: [string, string][] = [
    [await sign(claims({ aud: 'elsewhere' })), 'token-bad'],
    [await sign(claims({ iss: 'another' })), 'token-bad'],
    [await sign(endless), 'token-bad'],
    [await sign(claims({ sub: '' })), 'token-bad'],
    [await sign(claims({ room: undefined })), 'token-bad'],
    [await sign(claims({ nbf: seconds() + 300 })), 'token-bad'],
    [new UnsecuredJWT(claims()).encode(), 'token-bad'],
    [foreign, 'token-bad'],
    [confused, 'token-bad'],
    ['a.b.c', 'token-bad'],
    [`${HOST_TOKEN}x`, 'token-bad'],
    [await sign(claims({ exp: seconds() - 31 })), 'token-expired'],
    [await sign(claims({ room: 'summer' })), 'room-forbidden'],
  ];
  for (const [token, code] of bad) assert.equal(await codeOf(token), code, token);
  // Clocks differ a little, and a token may be good for several rooms.
  assert.equal((await joinWith(await sign(claims({ exp: seconds() - 20 })))).status, 200);
  assert.equal((await joinWith(await sign(claims({ room: ['summer', 'spring'] })))).status, 200);
});

test('a room token ends after half an hour', async () => {
  const { token, expiresAt } = await it.join();
  assert.equal(expiresAt, clock.now + 30 * 60_000);
  // Also where it is known from before.
  assert.equal((await it.send(token, { type: 'comment.send', text: 'in time' }, 'k1')).status, 200);
  clock.now = expiresAt;
  const answer = await it.send(token, { type: 'comment.send', text: 'late' }, 'k2');
  assert.equal(answer.body.error?.code, 'token-expired');
});

test('our own tokens are bound to room, use and server', () => {
  const tokens = new RoomTokens(Buffer.alloc(32, 1));
  const viewer = { id: 'v', role: 'viewer' as const, since: 0 };
  const { token } = tokens.make('session', 'spring', viewer, 1000);
  assert.deepEqual(tokens.open('session', 'spring', token, 2000), {
    viewer,
    madeAt: 1000,
    expiresAt: 1000 + 30 * 60_000,
  });
  assert.throws(() => tokens.open('session', 'summer', token, 2000), /another room/);
  assert.throws(() => tokens.open('resume', 'spring', token, 2000));
  assert.throws(() => tokens.open('resume', 'spring', token.replace('qs1', 'qr1'), 2000));
  assert.throws(() => new RoomTokens(Buffer.alloc(32, 2)).open('session', 'spring', token, 2000));
  const [head, body, mac] = token.split('.');
  const content = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...content, role: 'host' })).toString('base64url');
  assert.throws(() => tokens.open('session', 'spring', `${head}.${forged}.${mac}`, 2000));
});

test('watching counts while the viewer is there, and anew after a long break', async () => {
  const open = await it.host({ type: 'coupon.open', couponId: 'watched' });
  assert.equal(open.status, 200);
  const claim = (token: string) => it.send(token, { type: 'coupon.claim', couponId: 'watched' });
  const first = await it.join();
  assert.deepEqual((await claim(first.token)).body.needs, { kind: 'watch', seconds: 60 });
  clock.now += 59_001;
  assert.deepEqual((await claim(first.token)).body.needs, { kind: 'watch', seconds: 1 });
  const later = await it.join(first.resume);
  clock.now += 24 * 3_600_000;
  const nextDay = await it.join(later.resume);
  assert.deepEqual((await claim(nextDay.token)).body.needs, { kind: 'watch', seconds: 60 });
  clock.now += 60_000;
  assert.equal((await claim(nextDay.token)).body.result, 'won');
});

test('sign-in is the merchant token', async () => {
  await it.host({ type: 'coupon.open', couponId: 'signed' });
  const claim = async (bearer?: string) =>
    (await it.send((await it.join(bearer)).token, { type: 'coupon.claim', couponId: 'signed' })).body.result;
  assert.equal(await claim(), 'sign-in');
  assert.equal(await claim(await sign(claims())), 'won');
});

test('keys may come from an address; while it is away, joining is worth another try', async () => {
  const keys = createServer((_request, response) => response.end(JSON.stringify({ keys: [publicJwk] })));
  keys.listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const { port } = keys.address() as { port: number };
  const url = `http://127.0.0.1:${port}/jwks.json`;
  const server = await ServerUnderTest.start({ merchant: { jwks: url } });
  assert.equal((await server.join(await sign(claims()))).viewer.role, 'viewer');
  keys.close();
  keys.closeAllConnections();
  const away = await ServerUnderTest.start({ merchant: { jwks: url } });
  const answer = await away.ask('POST', 'session', { authorization: `Bearer ${await sign(claims())}` });
  assert.deepEqual([answer.status, answer.body.error?.code], [503, 'overloaded']);
  await Promise.all([server.close(), away.close()]);
});

test('a shared secret works as well, if it is long enough', async () => {
  const secret = 's'.repeat(32);
  const server = await ServerUnderTest.start({ merchant: { secret } });
  const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret));
  assert.equal((await server.join(token)).viewer.role, 'viewer');
  const wide = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS512' }).sign(Buffer.from(secret));
  await assert.rejects(server.join(wide));
  await server.close();
  await assert.rejects(ServerUnderTest.start({ merchant: { secret: 'short' } }), /32 bytes/);
  await assert.rejects(
    ServerUnderTest.start({ merchant: { jwks: join(folder, 'none.json') } }),
    /cannot read the keys/,
  );
  await assert.rejects(ServerUnderTest.start({ merchant: { jwks: 'http://shop.example/jwks' } }), /https/);
});
