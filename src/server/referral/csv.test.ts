import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { amount, csv, moment } from './csv.js';

/** What a reader that keeps to RFC 4180 makes of it. */
function read(text: string): string[][] {
  assert.equal(text.charCodeAt(0), 0xfeff);
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  cells.lastIndex = 1;
  while (cells.lastIndex < text.length) {
    const [, quoted, plain, end] = cells.exec(text)!;
    rows[rows.length - 1]!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n' && cells.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

test('a byte order mark, CRLF, quotes where they are needed', () => {
  assert.equal(
    csv(
      ['a', 'b'],
      [
        ['x,y', 'say "hi"'],
        ['two\nlines', 3],
        [undefined, '小红'],
      ],
    ),
    '\ufeffa,b\r\n"x,y","say ""hi"""\r\n"two\nlines",3\r\n,小红\r\n',
  );
});

test('nothing that a spreadsheet would work out', () => {
  const bad = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u0000=1',
    '\n=1',
  ];
  const lines = read(
    csv(
      ['a'],
      bad.map(text => [text]),
    ),
  );
  lines.slice(1).forEach(([cell], i) => assert.equal(cell, `'${bad[i]}`));
  assert.equal(
    csv(['a'], [['=HYPERLINK("http://x","y")']]).split('\r\n')[1],
    `"'=HYPERLINK(""http://x"",""y"")"`,
  );
});

test('any text comes back as it was, and never begins a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@",;\r\n\t a1=') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), rows => {
      const back = read(csv(['a', 'b'], rows)).slice(1);
      assert.equal(back.length, rows.length);
      back.flat().forEach((cell, i) => {
        const given = rows.flat()[i]!;
        assert.ok(cell === given || cell === `'${given}`);
        assert.ok(!/^[\s\u0000]*[=+\-@]/.test(cell), JSON.stringify(cell));
      });
    }),
  );
});

test('amounts are plain decimals of their own currency, moments are in UTC', () => {
  assert.deepEqual(
    [
      [12900, 'CNY'],
      [5, 'USD'],
      [0, 'CNY'],
      [1500, 'JPY'],
      [1234, 'KWD'],
    ].map(([minor, currency]) => amount({ minor: Number(minor), currency: String(currency) })),
    ['129.00', '0.05', '0.00', '1500', '1.234'],
  );
  assert.equal(moment(Date.UTC(2026, 10, 22, 11, 5, 6)), '2026-11-22 11:05:06');
});
