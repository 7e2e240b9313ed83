import assert from 'node:assert/strict';
import test from 'node:test';
import {
  codes,
  commandSchemas,
  controlSchemas,
  parseAnswer,
  parseControl,
  parseError,
  parseHead,
  parseHello,
  parseHistory,
  parseSession,
  parseSnapshot,
  parseTick,
} from '../../src/protocol/index.js';
import { between, codeTable, protocolPages } from './protocol-tables.js';

test('docs/protocol carries the tables of today (npm run docs)', async () => {
  const stale = (await protocolPages()).filter(({ text, wanted }) => text !== wanted).map(({ path }) => path);
  assert.deepEqual(stale, []);
});

test('both pages name every event, command, code and field of the wire', async () => {
  const wire = ['hello', 'snapshot', 'control', 'tick', 'recovered', 'first', 'epoch', 'gap', 'ahead'];
  const answers = ['won', 'already', 'sold-out', 'not-open', 'expired', 'sign-in', 'ineligible'];
  const names = [...wire, ...answers, ...Object.keys({ ...controlSchemas, ...commandSchemas, ...codes })];
  for (const { path, text } of await protocolPages()) {
    const missing = names.filter(name => !text.includes(`\`${name}\``));
    assert.deepEqual(missing, [], path);
  }
});

test('both pages show the same examples and have the same parts', async () => {
  const [english, chinese] = await protocolPages();
  const parts = (text: string) => text.match(/^## /gm)?.length;
  const examples = (text: string) => text.match(/^```[^]*?^```/gm);
  assert.equal(parts(chinese!.text), parts(english!.text));
  assert.deepEqual(examples(chinese!.text), examples(english!.text));
});

test('every example is one that the wire takes', async () => {
  const [english] = await protocolPages();
  const parsers = { hello: parseHello, snapshot: parseSnapshot, control: parseControl, tick: parseTick };
  const frames = [...english!.text.matchAll(/^event: (\w+)\ndata: (.*)$/gm)];
  assert.ok(frames.length >= 8);
  for (const [, name, data] of frames) parsers[name as keyof typeof parsers](JSON.parse(data!));
  const texts = [
    ...english!.text.match(/^\{".*\}$/gm)!,
    ...[...english!.text.matchAll(/^```json\n([^]*?)^```/gm)].map(([, text]) => text!),
  ];
  assert.equal(texts.length, 8);
  const answers = texts.map(text => JSON.parse(text) as Record<string, unknown>);
  for (const answer of answers) {
    if ('events' in answer) {
      parseHistory(answer);
      continue;
    }
    assert.equal(typeof answer.now, 'number');
    if ('token' in answer) parseSession(answer);
    else if ('pollMs' in answer) parseHead(answer);
    else if ('comment' in answer) parseAnswer('comment.send', answer);
    else if ('result' in answer) parseAnswer('coupon.claim', answer);
    else if ('error' in answer) assert.equal(parseError(answer, 404).code, 'product-unknown');
    else if ('seq' in answer) parseAnswer('pin.add', answer);
  }
});

test('a table is put between its marks, and missing marks are a fault', () => {
  const page = 'a\n<!-- codes:start -->\nold\n<!-- codes:end -->\nb';
  assert.equal(between(page, 'codes', 'new'), 'a\n<!-- codes:start -->\n\nnew\n\n<!-- codes:end -->\nb');
  assert.throws(() => between('a', 'codes', 'new'), /missing/);
  assert.match(codeTable('en'), /\| `coupon-unknown` \| 5001 \| 404 \| final \|/);
});
