import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOST_TOKEN, ServerUnderTest } from '../../test/fixtures/room-server.js';
import { parse, QunError, roomReportSchema, shareBoardSchema } from '../protocol/index.js';
import { RoomFigures } from './room-figures.js';
import type { Token } from './session-keeper.js';

const url = 'https://live.shop.example/v1/rooms/spring';

/** A server that lets in who brings `staff`, for a session of `lifeMs`, and forgets sessions when it is told to. */
function server(lifeMs = 600_000) {
  const asked: string[] = [];
  const seen: RequestInit[] = [];
  const state = { good: new Set<string>(), joins: 0, down: false };
  const fetch = async (input: unknown, init: RequestInit = {}) => {
    if (state.down) throw new TypeError('no network');
    const path = String(input).slice(url.length + 1);
    const bearer = (init.headers as Record<string, string>).authorization?.slice('Bearer '.length);
    asked.push(`${path} ${bearer ?? '-'}`);
    seen.push(init);
    const refuse = (code: string, status: number) =>
      Response.json({ error: { code, number: 1, message: code } }, { status });
    if (path === 'session') {
      if (bearer !== 'staff') return refuse('token-bad', 401);
      state.joins += 1;
      const token = `s${state.joins}`;
      state.good.add(token);
      const viewer = { id: 'h', role: 'host' };
      return Response.json({ token, expiresAt: 5000 + lifeMs, viewer, claims: [], now: 5000 });
    }
    if (path !== 'board' && !state.good.has(bearer ?? '')) return refuse('token-expired', 401);
    return path.endsWith('.csv') ? new Response('a,b') : Response.json({ path });
  };
  const figures = (token?: Token) => new RoomFigures({ url, token, fetch: fetch as typeof globalThis.fetch });
  return { asked, seen, state, figures };
}

const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;

test('what everybody may see is asked for by nobody, and may come out of a cache', async () => {
  const { asked, seen, figures } = server();
  assert.deepEqual(await figures().json('board'), { path: 'board' });
  assert.deepEqual(asked, ['board -']);
  assert.deepEqual([seen[0]!.cache, seen[0]!.credentials], ['default', 'omit']);
});

test('staff join once, and ask with what the session gave them', async () => {
  const { asked, seen, figures } = server();
  const mine = figures('staff');
  await Promise.all([mine.json('report'), mine.json('report')]);
  assert.equal(await (await mine.file('report.csv')).text(), 'a,b');
  assert.deepEqual(asked, ['session staff', 'report s1', 'report s1', 'report.csv s1']);
  assert.ok(seen.every(({ cache }) => cache === 'no-store'));
});

test('a guide tells how the room is passed on, each time anew', async () => {
  const { asked, seen, figures } = server();
  const mine = figures('staff');
  await mine.intend('code');
  await mine.intend('poster');
  assert.deepEqual(asked, ['session staff', 'commands s1', 'commands s1']);
  const [code, poster] = seen.slice(1);
  assert.deepEqual(JSON.parse(String(code!.body)), { type: 'share.intend', via: 'code' });
  const keyOf = (init: RequestInit) => (init.headers as Record<string, string>)['idempotency-key'];
  assert.notEqual(keyOf(code!), keyOf(poster!));
});

test('a session that is nearly over is not used, one that was forgotten is made anew, once', async () => {
  const short = server(1000);
  const brief = short.figures(() => Promise.resolve('staff'));
  await brief.json('report');
  await brief.json('report');
  assert.deepEqual(short.asked, ['session staff', 'report s1', 'session staff', 'report s2']);

  const { asked, state, figures } = server();
  const mine = figures('staff');
  await mine.json('report');
  state.good.clear();
  await mine.json('report');
  assert.deepEqual(asked.slice(2), ['report s1', 'session staff', 'report s2']);
});

test('a refusal says why, and the next question is asked afresh', async () => {
  const { asked, state, figures } = server();
  await assert.rejects(figures('somebody').json('report'), refused('token-bad'));
  assert.deepEqual(asked, ['session somebody']);
  const silent = figures(() => undefined);
  await assert.rejects(silent.json('report'), refused('token-missing'));
  const failing = figures(() => Promise.reject(new Error('signed out')));
  await assert.rejects(failing.json('report'), refused('token-missing'));
  await assert.rejects(figures().json('report'), refused('token-expired'));
  const mine = figures('staff');
  state.down = true;
  await assert.rejects(mine.json('report'), refused('network'));
  await assert.rejects(figures().file('report.csv'), refused('network'));
  state.down = false;
  assert.deepEqual(await mine.json('report'), { path: 'report' });
});

test('our server tells staff what came of a room, and everybody who brought friends along', async t => {
  const real = await ServerUnderTest.start();
  t.after(() => real.close());
  const url = `${await real.listen()}${real.base}`;
  const first = await real.join(undefined, { name: 'Ann' });
  await real.send(first.token, { type: 'share.intend', via: 'copy' });
  await real.send(first.token, { type: 'share.show', name: true });
  await real.join(undefined, { share: `${first.share}.c` });

  const staff = new RoomFigures({ url, token: HOST_TOKEN });
  await staff.intend('code');
  const report = parse(roomReportSchema, await staff.json('report'));
  assert.deepEqual([report.visits, report.depths[0], report.intents], [1, 1, { copy: 1, code: 1 }]);
  assert.match(await (await staff.file('chain.csv')).text(), new RegExp(first.share!));

  const board = parse(shareBoardSchema, await new RoomFigures({ url }).json('board'));
  assert.deepEqual(board.rows, [{ rank: 1, share: first.share, also: [], name: 'Ann', newViewers: 1 }]);
  await assert.rejects(new RoomFigures({ url }).json('report'), refused('token-missing'));
});
