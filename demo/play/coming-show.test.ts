import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createRoomServer, parseShow, readShows, SqliteStore } from 'qunlive/server';
import { COMING_ROOM, ComingShow, comingShow, nextEvening } from './coming-show.js';

const [file] = await readShows([fileURLToPath(new URL('../shows/spring.json', import.meta.url))]);
const at = (hour: number, minute = 0) => new Date(2026, 3, 18, hour, minute).getTime();
const tomorrow = new Date(2026, 3, 19, 20).getTime();

test('the evening is today’s until it has come, and then tomorrow’s', () => {
  assert.equal(nextEvening(at(9)), at(20));
  assert.equal(nextEvening(at(19, 59)), at(20));
  assert.equal(nextEvening(at(20)), tomorrow);
});

test('what is announced is a show that any room server would play', () => {
  assert.equal(parseShow(comingShow(file!.show, at(9))).faults, undefined);
});

test('a show that nobody begins is announced for the next evening, and who reserved has reserved', async () => {
  let now = at(19, 59);
  const store = await SqliteStore.open({ folder: ':memory:' });
  const shows = [comingShow(file!.show, now)];
  const server = await createRoomServer({ shows, store, now: () => now });
  const coming = new ComingShow({ show: file!.show, store, now: () => now });
  const room = server.hub.room(COMING_ROOM);
  const viewer = { id: 'viewer' };
  await server.execute(COMING_ROOM, { type: 'reminder.set', on: true }, viewer);
  await coming.look();
  assert.equal(room.state.startsAt, at(20));

  now = at(20, 1);
  await coming.look();
  await room.catchUp();
  assert.deepEqual([room.state.startsAt, room.state.phase], [tomorrow, 'warmup']);
  await coming.look();
  assert.equal(room.seq, 2, 'nothing is told twice');
  assert.deepEqual(await store.marks(COMING_ROOM, viewer.id), ['reserve']);
  await server.close();
});
