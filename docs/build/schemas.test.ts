import assert from 'node:assert/strict';
import test from 'node:test';
import { staleSchemas } from './schemas.js';
import { wireSchemas, withoutFlags } from './wire-schemas.js';

test('docs/schemas is what the protocol says today (npm run docs)', () => {
  assert.deepEqual(staleSchemas(), []);
});

test('every pattern is one that JSON Schema validators read', () => {
  const patterns = [...JSON.stringify(wireSchemas()).matchAll(/"pattern":("(?:\\.|[^"\\])*")/g)];
  assert.ok(patterns.length > 10);
  for (const [, pattern] of patterns) new RegExp(JSON.parse(pattern!) as string, 'u');
});

test('case that does not matter is written out', () => {
  assert.equal(withoutFlags(/^(https?:|\w+[a-f\-x])$/i), '^([hH][tT][tT][pP][sS]?:|\\w+[a-fA-F\\-xX])$');
  assert.equal(withoutFlags(/^a$/u), '^a$');
  assert.throws(() => withoutFlags(/a/m), /no JSON Schema/);
});

test('a control event names its data by its type', () => {
  const schemas = wireSchemas() as Record<string, { anyOf?: { properties: { type: { const: string } } }[] }>;
  const types = schemas['control-event.json']?.anyOf?.map(one => one.properties.type.const) ?? [];
  assert.ok(types.includes('coupon.open'));
});
