import assert from 'node:assert/strict';
import test from 'node:test';
import ts from 'typescript';
import { applyEdits } from './edits.js';
import { shrinkCss, shrinkHtml, shrinkTemplates } from './template-space.js';

const shrunk = (text: string): string =>
  applyEdits(text, shrinkTemplates(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)));

const cases: readonly [string, string, string][] = [
  ['comments and indentation go', '/* why */\n  a {\n    color: red;\n  }\n', 'a{color:red}'],
  ['a descendant keeps its space', '.a :focus ,\n .b > c { x: y }', '.a :focus,.b>c{x:y}'],
  [
    'calc keeps the space around its signs',
    'a { w: calc( (1px + 2px) - 0.5em ) }',
    'a{w:calc((1px + 2px) - .5em)}',
  ],
  ['strings are left alone', `a { content: ' ;  } ' }`, `a{content:' ;  } '}`],
  ['addresses are left alone', 'a { b: url( x , y.png ) }', 'a{b:url( x , y.png )}'],
  ['an empty custom property keeps its space', 'a { --x: ; --y: 1 }', 'a{--x: ;--y:1}'],
  [
    'media queries keep their meaning',
    '@media (min-width: 300px) and (x) { a { b: c } }',
    '@media (min-width:300px) and (x){a{b:c}}',
  ],
  [
    'fallbacks stay in their order',
    'a { height: 100vh; height: 100dvh; top: 0; inset: 0 }',
    'a{height:100vh;height:100dvh;top:0;inset:0}',
  ],
  [
    'a negated host keeps its parentheses',
    ':host(:not( [open] )) { a: b !important }',
    ':host(:not([open])){a:b!important}',
  ],
];

for (const [what, css, expected] of cases) test(`css: ${what}`, () => assert.equal(shrinkCss(css), expected));

test('html: indentation becomes one space, and none before a closing bracket', () => {
  assert.equal(shrinkHtml('\n  <b\n    a="1"\n    c\n  >\n  x  y</b >'), ' <b a="1" c> x y</b >');
});

test('html: a space between two words of different elements stays', () => {
  assert.equal(shrinkHtml('<i>a</i>\n  <i>b</i>'), '<i>a</i> <i>b</i>');
});

test('html: the space before "/>" stays, since an unquoted value would take the slash', () => {
  assert.equal(shrunk('html`<br a=${x} />`'), 'html`<br a=${x} />`');
});

test('html: a bracket inside an attribute is no end of the tag', () => {
  assert.equal(shrinkHtml('<b title="a > c"   d >x</b>'), '<b title="a > c" d>x</b>');
});

test('html: preformatted text is left alone', () => {
  assert.equal(shrinkHtml('<p>\n</p><pre\n a>\n a\n</pre>\n'), '<p> </p><pre a>\n a\n</pre> ');
  assert.equal(
    shrunk('html`<textarea\n  .value=${x}\n></textarea>`'),
    'html`<textarea .value=${x}></textarea>`',
  );
});

test('templates keep their expressions, and other templates their space', () => {
  assert.equal(
    shrunk(
      'const a = css`\n a {\n  b: ${c}px;\n }\n ${d}\n`, e = `\n  x`, f = html`\n <p>\n ${html`<i>\n</i>`}</p>`;',
    ),
    'const a = css`a{b:${c}px}${d}`, e = `\n  x`, f = html` <p> ${html`<i> </i>`}</p>`;',
  );
});
