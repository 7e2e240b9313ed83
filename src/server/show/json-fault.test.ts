import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { jsonFault } from './json-fault.js';

const at = (source: string) => {
  const fault = jsonFault(source);
  return fault && `${fault.line}:${fault.column} ${fault.message}`;
};

test('the usual slips, with their place', () => {
  assert.equal(at('{"a": 1,}'), '1:8 a comma too many');
  assert.equal(at('{"a": 1\n "b": 2}'), '2:2 a comma or } is missing');
  assert.equal(at("{'a': 1}"), '1:2 a name in double quotes is missing');
  assert.equal(at('{a: 1}'), '1:2 a name in double quotes is missing');
  assert.equal(at('{"a" 1}'), '1:6 a : after the name is missing');
  assert.equal(at('{"a": \'x\'}'), '1:7 strings stand in double quotes');
  assert.equal(at('{"a": "x\n"}'), '1:7 a string that does not end on its line, or a wrong \\ in it');
  assert.equal(at('[1, 2'), '1:6 the file ends too early: ] is missing');
  assert.equal(at('{\n  // remark\n}'), '2:3 a name in double quotes is missing');
  assert.equal(at('[ // remark\n]'), '1:3 JSON has no comments');
  assert.equal(at('[1] x'), '1:5 something follows after the end');
  assert.equal(at('[01]'), '1:3 a comma or ] is missing');
  assert.equal(at('[。]'), '1:2 unexpected "。"');
  assert.equal(at(''), '1:1 the file ends too early');
});

test('it agrees with JSON.parse about every text', () => {
  const good = fc.json({ maxDepth: 4 });
  const spoiled = fc
    .tuple(good, fc.nat(200), fc.constantFrom('', '"', ',', '}', '\\', '1', '\n', 'x'))
    .map(
      ([text, place, letter]) =>
        text.slice(0, place % (text.length + 1)) + letter + text.slice((place % (text.length + 1)) + 1),
    );
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.oneof(good, spoiled), text =>
      assert.equal(jsonFault(text) === undefined, parses(text), text),
    ),
    { numRuns: 1000 },
  );
});
