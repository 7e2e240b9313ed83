import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCount, formatDuration, formatTime } from './format.js';

test('crowds are counted the way each language shortens them', () => {
  assert.equal(formatCount(999, 'en'), '999');
  assert.equal(formatCount(12_345, 'en'), '12.3K');
  assert.equal(formatCount(12_345, 'zh-CN'), '1.2万');
  assert.equal(formatCount(12_345, 'zh-TW'), '1.2萬');
  assert.equal(formatCount(7, 'no-such-language-at-all'), '7');
});

test('a countdown never shows zero before it is over', () => {
  assert.equal(formatDuration(0), '00:00');
  assert.equal(formatDuration(1), '00:01');
  assert.equal(formatDuration(135_000), '02:15');
  assert.equal(formatDuration(3_735_000), '1:02:15');
  assert.equal(formatDuration(176_535_000), '49:02:15');
  assert.equal(formatDuration(-5000), '00:00');
});

test('a time says its day only where it is another day', () => {
  const now = new Date(2026, 4, 1, 12, 0).getTime();
  const evening = new Date(2026, 4, 1, 20, 0).getTime();
  const tomorrow = new Date(2026, 4, 2, 0, 30).getTime();
  assert.equal(formatTime(evening, 'zh-CN', now), '20:00');
  assert.equal(formatTime(evening, 'en', now), '20:00');
  assert.equal(formatTime(tomorrow, 'zh-CN', now), '5月2日 00:30');
  assert.match(formatTime(tomorrow, 'en', now), /May 2.*00:30/);
});
