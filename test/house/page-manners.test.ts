import assert from 'node:assert/strict';
import test from 'node:test';
import { badManners, storageUsers, unfinished } from './rules/page-manners.js';
import { sources, type SourceFile } from './rules/tree.js';

const page = sources('src').filter(({ path }) => !path.startsWith('src/server/'));
const file = (text: string, path = 'src/a.ts'): SourceFile => ({ path, text });

test('page code behaves as a guest', () => {
  assert.deepEqual(badManners(page), []);
});

test('one file at most touches storage', () => {
  assert.deepEqual(storageUsers(page), []);
});

test('nothing in src is left to be done later', () => {
  assert.deepEqual(unfinished(sources('src')), []);
});

const broken: readonly [string, string][] = [
  ['rem', 'css`a { margin: 0 1.5rem }`'],
  ['a style attribute', 'html`<p style="color:red"></p>`'],
  ['a bound style attribute', 'html`<p style=${x}></p>`'],
  ['a style element', 'html`<style>${x}</style>`'],
  ['an inline handler', 'html`<p onclick="x()"></p>`'],
  ['a frame', 'html`<iframe src=${x}></iframe>`'],
  ['a data address', 'html`<img src="data:image/png;base64,">`'],
  ['a button that submits', 'html`<button class="a" @click=${(e: Event) => x(e)}>a</button>`'],
  ['innerHTML', 'a.innerHTML = b;'],
  ['unsafeHTML', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';"],
  ['eval', 'eval("1");'],
  ['a list by its length', 'const a = Array.from({ length: 3 }, (_, i) => i);'],
];

for (const [what, text] of broken) {
  test(`${what} is seen`, () => assert.ok(badManners([file(text)]).length > 0));
}

test('good manners are let through', () => {
  const fine = [
    'html`<button type="button" @click=${() => 1}>a</button><button class=${a} type=${b}></button>`',
    'css`.premium { --gap: 1em; margin: 2px }`',
    '/* innerHTML and eval( are what we never use */ html`<p class="style" data-style="x"></p>`',
  ];
  assert.deepEqual(badManners(fine.map(text => file(text))), []);
});

test('a second user of storage is seen', () => {
  const one = file('localStorage.setItem(a, b);', 'src/a.ts');
  assert.deepEqual(storageUsers([one]), []);
  assert.equal(storageUsers([one, file('window.sessionStorage', 'src/b.ts')]).length, 2);
});

test('a note for later is seen', () => {
  assert.equal(unfinished([file('// TODO: more')]).length, 1);
});
