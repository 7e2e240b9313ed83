import assert from 'node:assert/strict';
import test from 'node:test';
import type { Comment, Question } from '../../protocol/index.js';
import type { StaffDraft, StaffEvent } from './staff-event.js';
import { emptyStaff, foldStaff } from './staff-fold.js';

const by = { id: 'u-host', role: 'host' as const };
const comment = (id: string): Comment => ({ id, from: { id: 'v', role: 'viewer' }, text: id, at: 1 });
const question = (id: string): Question => ({ id, text: id, count: 1 });
const mute = (id: string, until: number | null): StaffDraft => ({
  type: 'viewer.mute',
  data: { viewer: { id }, until, shadow: false, by },
});
const after = (drafts: readonly StaffDraft[], at = 0) =>
  drafts.reduce(
    (state, draft, i) => foldStaff(state, { epoch: 'e', seq: i + 1, at, ...draft } as StaffEvent),
    emptyStaff,
  );

test('mutes last until they are over or taken back, and those that are over are forgotten with the next', () => {
  const state = after([mute('a', 50), mute('b', null), mute('c', 200)]);
  assert.deepEqual([...state.mutes.keys()], ['a', 'b', 'c']);
  const later = foldStaff(state, { epoch: 'e', seq: 4, at: 100, ...mute('d', null) } as StaffEvent);
  assert.deepEqual([...later.mutes.keys()], ['b', 'c', 'd']);
  assert.deepEqual(
    [...after([mute('a', null), { type: 'viewer.unmute', data: { viewer: { id: 'a' }, by } }]).mutes],
    [],
  );
});

test('the word list is what was added and not taken out', () => {
  const change = (add: string[], remove: string[]): StaffDraft => ({
    type: 'words.change',
    data: { add, remove, by },
  });
  assert.deepEqual([...after([change(['a', 'b'], []), change(['c'], ['a'])]).words], ['b', 'c']);
});

test('a report counts on, and is gone once the comment is let stand or hidden', () => {
  const report = (id: string, count: number): StaffDraft => ({
    type: 'comment.report',
    data: { comment: comment(id), reason: 'spam', count, by },
  });
  const letStand: StaffDraft = { type: 'comment.approve', data: { comments: [comment('a')], by } };
  const state = after([report('a', 1), report('b', 1), report('a', 10), report('a', 5)]);
  assert.equal(state.reports.get('a')?.count, 10);
  const cleared = after([report('a', 3), letStand]);
  assert.deepEqual([...cleared.reports], []);
  assert.equal(cleared.told.get('a'), 3);
  assert.equal(after([report('a', 3), letStand, report('a', 5)]).reports.get('a')?.count, 5);
  assert.deepEqual(
    [...after([report('a', 3), { type: 'comment.hide', data: { comment: comment('a'), by } }]).reports],
    [],
  );
});

test('a question is open until it is answered or dismissed, and once closed is not opened by being asked', () => {
  const open = (id: string): StaffDraft => ({ type: 'question.open', data: { question: question(id) } });
  const dismiss: StaffDraft = { type: 'question.dismiss', data: { question: question('a'), by } };
  const reopen: StaffDraft = { type: 'question.reopen', data: { question: question('a'), by } };
  const ids = (drafts: StaffDraft[]) => [...after(drafts).open.keys()];
  assert.deepEqual(ids([open('a'), open('b'), dismiss]), ['b']);
  assert.deepEqual(ids([open('a'), dismiss, open('a')]), []);
  assert.deepEqual(ids([open('a'), dismiss, reopen]), ['a']);
});

test('what is remembered is bounded', () => {
  const many = Array.from({ length: 300 }, (_, i): StaffDraft => ({
    type: 'question.open',
    data: { question: question(`q${i}`) },
  }));
  const { open } = after(many);
  assert.equal(open.size, 50);
  assert.ok(open.has('q299') && !open.has('q249'));
});

test('entries of another version change nothing', () => {
  const odd = { epoch: 'e', seq: 1, at: 0, type: 'mood.set', data: {} } as unknown as StaffEvent;
  assert.equal(foldStaff(emptyStaff, odd), emptyStaff);
});
