import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Part } from '../core/part.js';
import { translate, type MessageKey } from './translate.js';
import { needWords, wordsFor } from './words.js';

const key = 'test.hello' as MessageKey;
const soon = { minMs: 1, maxMs: 2 };
mock.method(console, 'warn', () => {});

/** A table that comes when it is let. */
function table(text: string, failures = 0) {
  let let_!: () => void;
  const given = new Promise<void>(resolve => (let_ = resolve));
  const seen = { asked: 0, come: () => let_() };
  const part = new Part(async () => {
    seen.asked += 1;
    if (seen.asked <= failures) throw new Error('no network');
    await given;
    return { [key]: text } as Record<MessageKey, string>;
  }, soon);
  return { part, seen };
}

const here = (part: Part<unknown>) => part.come();

test('only the language that is spoken is fetched, and nothing more is waited for once it is here', async () => {
  const [en, zh] = [table('hello'), table('你好')];
  needWords({ en: en.part, 'zh-CN': zh.part });
  const coming = wordsFor('en-GB', () => assert.fail('nothing was late'));
  assert.ok(coming);
  en.seen.come();
  await coming;
  assert.equal(
    wordsFor('en', () => {}),
    undefined,
  );
  assert.equal(translate('en', key), 'hello');
  assert.equal(zh.seen.asked, 0);
  zh.seen.come();
  await wordsFor('zh-CN', () => {});
  assert.equal(translate('zh-CN', key), '你好');
  // What is derived has to be fetched as well.
  const more = wordsFor('zh-TW', () => {});
  assert.ok(more);
  await more;
  assert.equal(translate('zh-TW', 'room.shelfCount'), '全部商品（{count}）');
  assert.equal(translate('zh-TW', 'room.retry'), '再試一次');
});

test('where a language does not arrive English is said, and who said it hears when the other has come', async () => {
  const other = 'test.other' as MessageKey;
  let asked = 0;
  let give!: () => void;
  const given = new Promise<void>(resolve => (give = resolve));
  const zh = new Part(async () => {
    asked += 1;
    if (asked === 1) throw new Error('no network');
    await given;
    return { [other]: '再见' } as Record<MessageKey, string>;
  }, soon);
  const en = new Part(async () => ({ [other]: 'goodbye' }) as Record<MessageKey, string>, soon);
  needWords({ en, 'zh-CN': zh });
  let again = 0;
  const onLate = () => void (again += 1);
  for (let coming; (coming = wordsFor('zh-CN', onLate));) await coming;
  assert.equal(translate('zh-CN', other), 'goodbye');
  assert.equal(again, 0);
  give();
  await here(zh);
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(again, 1);
  assert.equal(
    wordsFor('zh-CN', () => {}),
    undefined,
  );
  assert.equal(translate('zh-CN', other), '再见');
});

test('without any words nothing waits for ever, and nothing is said until they come', async () => {
  const nothing = 'test.nothing' as MessageKey;
  const lost = () =>
    new Part<Record<MessageKey, string>>(() => Promise.reject(new Error('no network')), { minMs: 3_600_000 });
  const [en, zh] = [lost(), lost()];
  needWords({ en, 'zh-CN': zh });
  let rounds = 0;
  for (let coming; (coming = wordsFor('zh-CN', () => {})); rounds += 1) await coming;
  assert.ok(rounds <= 3);
  assert.equal(translate('zh-CN', nothing), '');
  en.bring({ [nothing]: 'something' } as Record<MessageKey, string>);
  zh.bring({ [nothing]: '有' } as Record<MessageKey, string>);
  assert.equal(translate('zh-CN', nothing), '有');
  assert.equal(translate('zh-CN', 'test.unknown' as MessageKey), 'test.unknown');
});
