import assert from 'node:assert/strict';
import test from 'node:test';
import { apiPages, readChinese, withTables } from './api.js';
import { apiTables, idleChinese, missingChinese } from './api-tables.js';
import { makeManifest, type ElementDeclaration, type Manifest } from './manifest.js';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = makeManifest(root);

test('every README carries the API tables of today (npm run docs)', async () => {
  const { pages, faults } = await apiPages();
  const stale = pages.filter(({ text, wanted }) => text !== wanted).map(({ path }) => path);
  assert.deepEqual({ stale, faults }, { stale: [], faults: [] });
});

test('every line of the tables has its Chinese in docs/i18n/api.zh-CN.json, and no other', () => {
  const chinese = readChinese();
  assert.deepEqual(
    { missing: missingChinese(manifest, chinese), idle: idleChinese(manifest, chinese) },
    { missing: [], idle: [] },
  );
});

const element: ElementDeclaration = {
  kind: 'class',
  name: 'QunToy',
  tagName: 'qun-toy',
  customElement: true,
  attributes: [{ name: 'start-at', fieldName: 'startAt', description: 'Where it begins.' }],
  members: [
    {
      kind: 'field',
      name: 'startAt',
      type: { text: 'number | undefined' },
      default: '0',
      attribute: 'start-at',
    },
    { kind: 'field', name: 'room', description: 'Its room.', inheritedFrom: { name: 'QunElement' } },
    {
      kind: 'method',
      name: 'reset',
      description: 'Starts over.',
      parameters: [{ name: 'to', optional: true, type: { text: 'number' } }],
    },
  ],
  slots: [{ name: '', description: 'All.' }],
};

test('tables say everything, in English', () => {
  assert.equal(
    apiTables(element, 'en', {}),
    [
      '### Properties and attributes\n',
      '| Property | Attribute | Type | Default | Description |',
      '| --- | --- | --- | --- | --- |',
      '| `startAt` | `start-at` | `number \\| undefined` | `0` | Where it begins. |',
      '| `room` |  |  |  | Its room. |\n',
      '### Methods\n',
      '| Method | Description |',
      '| --- | --- |',
      '| `reset(to?: number)` | Starts over. |\n',
      '### Slots\n',
      '| Slot | Description |',
      '| --- | --- |',
      '| (default) | All. |',
    ].join('\n'),
  );
});

const chinese = {
  'qun-toy': {
    property: { startAt: '从哪里开始。' },
    method: { reset: '从头再来。' },
    slot: { '': '全部内容。' },
  },
  QunElement: { property: { room: '所在的直播间。' } },
};

test('tables say the same in Chinese', () => {
  const text = apiTables(element, 'zh-CN', chinese);
  for (const words of [
    '### 属性',
    '从哪里开始。',
    '所在的直播间。',
    '从头再来。',
    '| （默认） | 全部内容。 |',
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.doesNotMatch(text, /Where it begins|Its room/);
});

test('a line without Chinese is seen, and Chinese without a line', () => {
  const one = { modules: [{ declarations: [element] }] } as unknown as Manifest;
  const { QunElement: _, ...some } = chinese;
  assert.deepEqual(missingChinese(one, some), ['QunElement/property/room']);
  assert.deepEqual(missingChinese(one, chinese), []);
  assert.deepEqual(idleChinese(one, { ...chinese, 'qun-gone': { slot: { a: '没了。' } } }), [
    'qun-gone/slot/a',
  ]);
});

test('tables go between the marks, and nowhere else', () => {
  const text = 'a\n<!-- api:start -->\nold\n<!-- api:end -->\nb\n';
  assert.equal(withTables(text, 'new'), 'a\n<!-- api:start -->\n\nnew\n\n<!-- api:end -->\nb\n');
  assert.throws(() => withTables('a', 'new'), /are missing/);
});
