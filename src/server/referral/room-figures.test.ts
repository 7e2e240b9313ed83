import assert from 'node:assert/strict';
import test from 'node:test';
import { chainDigest, makeTraffic } from '../../../test/fixtures/referral-traffic.js';
import { ChainSource } from '../../../test/fixtures/chain-source.js';
import type { Share } from '../store/referral-store.js';
import { noReferral } from './config.js';
import { RoomFigures } from './room-figures.js';

function figuresOf(store: ChainSource, room = { id: 'spring', epoch: 'e1' }) {
  const looks: number[] = [];
  const looked = (_ms: number, rows: number) => void looks.push(rows);
  const figures = new RoomFigures({
    store,
    room,
    config: noReferral,
    now: () => 0,
    looked,
    freshMs: 3_600_000,
  });
  const digest = async () => {
    await figures.refresh();
    return figures.view('digest', chainDigest);
  };
  return { figures, looks, digest };
}

const traffic = makeTraffic({ seed: 7, visits: 5000, people: 900 });

test('looking now and then comes to the same as looking once', async () => {
  const store = new ChainSource();
  const { digest, figures } = figuresOf(store);
  for (let i = 0; i < traffic.length; i += 1500) {
    store.happen(traffic.slice(i, i + 1500));
    await digest();
  }
  const once = figuresOf(new ChainSource(traffic));
  assert.deepEqual(await digest(), await once.digest());
  figures.close();
  once.figures.close();
});

test('a look reads what is new and no more; nothing new, nothing is made again', async () => {
  const store = new ChainSource(traffic.slice(0, 3000));
  const { figures, looks } = figuresOf(store);
  await figures.refresh();
  const made = await figures.view('a', () => ({}));
  store.happen(traffic.slice(3000, 3010));
  assert.equal(await figures.view('a', () => ({})), made);
  await figures.refresh();
  const next = await figures.view('a', () => ({}));
  assert.notEqual(next, made);
  await figures.refresh();
  assert.equal(await figures.view('a', () => ({})), next);
  assert.deepEqual(looks, [3000, 10]);
  figures.close();
});

test('a name that changes is one row more, and nothing is read again', async () => {
  const store = new ChainSource(traffic.slice(0, 3000));
  const { figures, looks } = figuresOf(store);
  await figures.refresh();
  const share = store.rows.find(row => row.kind === 'share')!;
  const named = async () => figures.view('name', chain => chain.sharers.get((share as Share).sharer)?.name);
  for (const name of ['Ann', undefined]) {
    store.happen([{ row: { ...share, name } as typeof share }]);
    await figures.refresh();
    assert.equal(await named(), name);
  }
  assert.deepEqual(looks, [3000, 1, 1]);
  figures.close();
});

test('many who look at the same time ask the store once', async () => {
  const store = new ChainSource(traffic.slice(0, 100));
  const { figures } = figuresOf(store);
  await Promise.all(Array.from({ length: 50 }, () => figures.look()));
  await figures.look();
  assert.equal(store.questions, 1);
  figures.close();
});

test('rows that were changed are read anew: nothing is left of who was erased', async () => {
  const store = new ChainSource(traffic);
  const { figures, digest } = figuresOf(store);
  const before = (await digest()) as { visits: number };
  const shares = await figures.view('links', chain => [...chain.shares.values()]);
  const someone = shares[3]!.sharer;
  store.rewrite(row => JSON.parse(JSON.stringify(row).replaceAll(`"${someone}"`, '"x-gone"')) as typeof row);
  const after = (await digest()) as { visits: number };
  const sharers = await figures.view('sharers', chain => [...chain.shares.values()].map(node => node.sharer));
  assert.ok(!sharers.includes(someone) && sharers.includes('x-gone'));
  assert.equal(after.visits, before.visits);
  const anew = figuresOf(store);
  assert.deepEqual(after, await anew.digest());
  figures.close();
  anew.figures.close();
});

test('rows that are changed while they are read keep none of the others back', async () => {
  const store = new ChainSource(traffic);
  const { figures, digest } = figuresOf(store);
  const { referrals } = store;
  store.referrals = function (...asked) {
    if (this.questions === 2) this.edition += 1;
    return referrals.apply(this, asked);
  };
  const anew = figuresOf(new ChainSource(traffic));
  assert.deepEqual(await digest(), await anew.digest());
  figures.close();
  anew.figures.close();
});

test('a log that has begun anew has figures of its own', async () => {
  const room = { id: 'spring', epoch: 'e1' };
  const store = new ChainSource(traffic.slice(0, 500));
  const { figures, digest } = figuresOf(store, room);
  await digest();
  store.rows = [];
  store.entries = [];
  store.happen(traffic.slice(0, 20));
  room.epoch = 'e2';
  const anew = figuresOf(store);
  assert.deepEqual(await digest(), await anew.digest());
  figures.close();
  anew.figures.close();
});

test('what changes because time goes by is made again when its time is over', async () => {
  let now = 0;
  const store = new ChainSource(traffic.slice(0, 5));
  const room = { id: 'spring', epoch: 'e1' };
  const figures = new RoomFigures({ store, room, config: noReferral, now: () => now });
  const made = () => figures.view('bound', (_chain, at) => at, 60_000);
  assert.equal(await made(), 0);
  now = 59_999;
  assert.equal(await made(), 0);
  now = 60_000;
  assert.equal(await made(), 60_000);
  figures.close();
});

test('a store that is away is asked again, and what it told before is not counted twice', async () => {
  const store = new ChainSource(traffic.slice(0, 50));
  const { digest, figures } = figuresOf(store);
  const { ledger } = store;
  store.ledger = () => Promise.reject(new Error('away'));
  await assert.rejects(digest(), /away/);
  store.ledger = ledger;
  const anew = figuresOf(store);
  assert.deepEqual(await digest(), await anew.digest());
  figures.close();
  anew.figures.close();
});
