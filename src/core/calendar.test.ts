import fc from 'fast-check';
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  calendarFile,
  calendarText,
  foldLine,
  googleCalendar,
  outlookCalendar,
  utc,
  type CalendarEntry,
} from './calendar.js';

const show: CalendarEntry = {
  uid: 'spring@live.shop.example',
  title: 'Spring tea; first picking, live',
  text: 'Qing pours.\nBring a cup.',
  url: 'https://shop.example/live?room=spring',
  startsAt: Date.UTC(2026, 10, 22, 12, 0),
  minutes: 90,
  at: Date.UTC(2026, 10, 20, 8, 30, 5),
};

/** As RFC 5545 says a reader has to: folds taken out, lines split, values by name. */
function read(file: string): [name: string, value: string][] {
  assert.ok(file.endsWith('\r\n'));
  return file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
    .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}
const plain = (value: string) =>
  value.replace(/\\([nN;,\\])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char));
const value = (file: string, name: string) => read(file).find(([found]) => found === name)?.[1];

test('is a calendar of one event with its alarm', () => {
  assert.equal(
    calendarFile(show),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Qunlive//Reminder//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:spring@live.shop.example',
      'DTSTAMP:20261120T083005Z',
      'DTSTART:20261122T120000Z',
      'DTEND:20261122T133000Z',
      'SUMMARY:Spring tea\\; first picking\\, live',
      'DESCRIPTION:Qing pours.\\nBring a cup.',
      'URL:https://shop.example/live?room=spring',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Spring tea\\; first picking\\, live',
      'TRIGGER:-PT10M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('leaves out what is not known', () => {
  const names = read(calendarFile({ ...show, text: undefined, url: undefined })).map(([name]) => name);
  assert.equal(names.filter(name => name === 'URL').length, 0);
  assert.equal(names.filter(name => name === 'DESCRIPTION').length, 1); // the alarm's
});

test('no word of a merchant can break out of its line, and all of them come back', () => {
  const words = fc.string({
    unit: fc.oneof(fc.constantFrom(...'\\;,:\n\r\tnN茶🍵é\u0007\ud83c\udf75'), fc.string()),
  });
  fc.assert(
    fc.property(words, words, fc.webUrl(), (title, text, url) => {
      const file = calendarFile({ ...show, title, text, url });
      for (const line of file.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.doesNotMatch(line, /[\r\n]/);
        assert.equal(Buffer.from(line).toString(), line, 'a character was cut');
      }
      // As UTF-8 carries it.
      const kept = (from: string) =>
        Buffer.from(from)
          .toString()
          .replace(/\r\n?/g, '\n')
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
      assert.equal(plain(value(file, 'SUMMARY')!), kept(title));
      if (text) assert.equal(plain(value(file, 'DESCRIPTION')!), kept(text));
      assert.equal(read(file).filter(([name]) => name === 'BEGIN').length, 3);
    }),
    { numRuns: 500 },
  );
});

test('folds at 75 octets exactly', () => {
  assert.equal(foldLine('a'.repeat(75)), 'a'.repeat(75));
  assert.equal(foldLine('a'.repeat(76)), `${'a'.repeat(75)}\r\n a`);
  // 74 + 3 would be 77.
  assert.equal(foldLine(`${'a'.repeat(74)}茶`), `${'a'.repeat(74)}\r\n 茶`);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), line => {
      const folded = foldLine(line);
      assert.equal(folded.replace(/\r\n /g, ''), line);
      assert.ok(folded.split('\r\n').every(part => Buffer.byteLength(part) <= 75));
    }),
  );
});

test('escapes text and nothing else', () => {
  assert.equal(calendarText('a\\b;c,d\r\ne\rf:g"'), 'a\\\\b\\;c\\,d\\ne\\nf:g"');
});

test('an address that holds a line break or another script cannot end its line', () => {
  const file = calendarFile({ ...show, url: 'https://shop.example/茶🍵\r\nX-EVIL:1' });
  assert.equal(value(file, 'URL'), 'https://shop.example/%E8%8C%B6%F0%9F%8D%B5%0D%0AX-EVIL:1');
  assert.equal(value(file, 'X-EVIL'), undefined);
});

test('times are UTC to the second, whatever moment is given', () => {
  assert.equal(utc(Date.UTC(2026, 1, 3, 4, 5, 6, 999)), '20260203T040506Z');
  assert.match(utc(8.64e15), /^99991231T235959Z$/);
  assert.match(utc(-5), /^19700101T000000Z$/);
});

test('links fill in the calendars of the web', () => {
  const google = new URL(googleCalendar(show));
  assert.equal(google.host, 'calendar.google.com');
  assert.deepEqual(Object.fromEntries(google.searchParams), {
    action: 'TEMPLATE',
    text: show.title,
    dates: '20261122T120000Z/20261122T133000Z',
    details: `${show.text}\n${show.url}`,
    location: show.url,
  });
  const outlook = new URL(outlookCalendar(show)).searchParams;
  assert.equal(outlook.get('startdt'), '2026-11-22T12:00:00Z');
  assert.equal(outlook.get('enddt'), '2026-11-22T13:30:00Z');
  assert.equal(outlook.get('subject'), show.title);
});
