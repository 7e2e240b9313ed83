import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { ShowFault } from '../show/read-shows.js';
import { Guides } from './guides.js';
import { readReferral } from './read-referral.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-referral-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'r.json');

const write = (content: unknown) =>
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));

async function faultsOf(content: unknown): Promise<string[]> {
  write(content);
  try {
    await readReferral(file);
    return [];
  } catch (error) {
    assert.ok(error instanceof ShowFault);
    return error.faults.map(fault => fault.replaceAll(`${folder}/`, ''));
  }
}

const yuan = (minor: number) => ({ minor, currency: 'CNY' });

test('what is left out has a default, and nobody is paid for recruiting by it', async () => {
  write({ _note: 'ours' });
  assert.deepEqual(await readReferral(file), {
    policy: { model: 'last', windowDays: 7, protectDays: 0, payableLevels: 1, secondRateBp: 0 },
    guides: [],
    groups: [],
    tiers: [],
  });
});

test('each fault is told with its place', async () => {
  assert.deepEqual(
    await faultsOf({ policy: { model: 'lst', payableLevels: 3, windowDays: 0 } }).then(f => f.length),
    3,
  );
  const [levels] = await faultsOf({ policy: { payableLevels: 3 } });
  assert.match(levels!, /^r\.json: policy\.payableLevels: /);
  assert.match(
    (await faultsOf({ guides: [{ id: 'a', name: 'A', code: 'a-b' }] }))[0]!,
    /guides\[0\]\.code: 2 to 16/,
  );
  assert.deepEqual(await faultsOf({ polcy: {}, policy: { protectDays: 3, secondRateBp: 100 } }), [
    'r.json: polcy: no such name; look for a typing mistake',
    'r.json: policy.protectDays: only "model": "bind" protects',
    'r.json: policy.secondRateBp: the second level is paid only where payableLevels is 2',
  ]);
  const guides = [
    { id: 'a', name: 'A', code: 'LIN8', subject: 's' },
    { id: 'a', name: 'B', code: 'lin8', subject: 's' },
  ];
  assert.deepEqual(await faultsOf({ guides }), [
    'r.json: guides[1].id: "a" is guides[0]\'s already',
    'r.json: guides[1].code: "lin8" is guides[0]\'s already',
    'r.json: guides[1].subject: "s" is guides[0]\'s already',
  ]);
  const groups = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'A' },
    { id: 'a', name: 'B' },
    { id: '王姐', name: '' },
  ];
  assert.deepEqual(await faultsOf({ groups: groups.slice(0, 3) }), [
    'r.json: groups[2].id: "a" is groups[0]\'s already',
  ]);
  assert.equal((await faultsOf({ groups })).length, 2);
  const tiers = [
    { name: 'one', from: yuan(1), rateBp: 100 },
    { name: 'two', from: yuan(1), rateBp: 200 },
    { name: 'three', from: { minor: 5, currency: 'USD' }, rateBp: 300 },
  ];
  assert.deepEqual(await faultsOf({ tiers }), [
    'r.json: tiers[0].from.minor: the first tier begins at 0',
    'r.json: tiers[1].from.minor: each tier begins above the one before',
    'r.json: tiers[2].from.currency: all tiers are in one currency (CNY)',
  ]);
});

test('a file that is no JSON, or not there', async () => {
  assert.deepEqual(await faultsOf('{\n  "guides": [,]\n}'), ['r.json:2:14: unexpected ","']);
  await assert.rejects(readReferral(join(folder, 'none.json')), /none\.json: no such file/);
});

test('guides are found by their code, however it is typed, and by who the merchant says they are', () => {
  const lin = { id: 'lin', name: 'Lin', code: 'LIN8', subject: 'staff-3' };
  const guides = new Guides([lin, { id: 'mei', name: 'Mei', code: 'mei' }]);
  assert.equal(guides.withCode('-lin8'), lin);
  assert.equal(guides.withCode('LIN8'), lin);
  assert.equal(guides.withCode('lin'), undefined);
  assert.equal(guides.whoIs({ subject: 'staff-3' }), lin);
  assert.equal(guides.whoIs({ subject: 'staff-3', guide: 'mei' })?.id, 'mei');
  assert.equal(guides.whoIs({ subject: 'staff-3', guide: 'gone' }), undefined);
});
