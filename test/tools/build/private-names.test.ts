import assert from 'node:assert/strict';
import test from 'node:test';
import ts from 'typescript';
import { applyEdits } from './edits.js';
import { classTable, renamePrivates } from './private-names.js';

const parse = (text: string, file = 'a.ts'): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

function renamed(text: string, others: readonly string[] = []): string {
  const source = parse(text);
  return applyEdits(
    text,
    renamePrivates(source, classTable([source, ...others.map((o, i) => parse(o, `${i}.ts`))])),
  );
}

test('a private member gets a plain name wherever it stands', () => {
  assert.equal(
    renamed('class A { #x = 1; static #y; get #z() { return this.#x + A.#y; } m(o: A) { return o.#z; } }'),
    'class A { $0a = 1; static $0b; get $0c() { return this.$0a + A.$0b; } m(o: A) { return o.$0c; } }',
  );
});

test('a child of ours never meets a name of its parent, in this file or another', () => {
  const parent = 'class P { #x = 1 }';
  assert.equal(renamed('class C extends P { #x = 2 }', [parent]), 'class C extends P { $1a = 2 }');
  assert.equal(
    renamed('class G extends C { #x }', [parent, 'class C extends P {}']),
    'class G extends C { $2a }',
  );
});

test('a parent is known by its own name, whatever it is imported as', () => {
  const child = "import { P as Q } from './0.js'; class C extends Q { #x = 2 }";
  assert.match(renamed(child, ['class P { #x = 1 }']), /\{ \$1a = 2 \}/);
  assert.match(renamed("import { LitElement } from 'lit'; class C extends LitElement { #x }"), /\{ \$0a \}/);
});

test('a class whose parent cannot be told has names of its own', () => {
  const mixed = renamed('class C extends Mixin(P) { #x = 2 }');
  assert.match(mixed, /\{ \$_[0-9a-z]+_a = 2 \}/);
  assert.match(renamed('const m = (Base: B) => class extends Base { #x = 2 }'), /\{ \$_[0-9a-z]+_a = 2 \}/);
});

test('an inner class sees the names of the class around it, and its own first', () => {
  assert.equal(
    renamed('class A { #x; #y; m() { return class { #x; n(a: A) { return [this.#x, a.#y]; } }; } }'),
    'class A { $0a; $0b; m() { return class { $0a; n(a: A) { return [this.$0a, a.$0b]; } }; } }',
  );
});

test('a brand check stops the build, since a plain name cannot answer it', () => {
  assert.throws(
    () => renamed('class A { #x; static is(o: object) { return #x in o; } }'),
    /cannot be renamed/,
  );
});

test('more than 26 members still have names of their own', () => {
  const members = Array.from({ length: 60 }, (_, i) => `#m${i};`).join(' ');
  const names = renamed(`class A { ${members} }`).match(/\$0\w+/g) ?? [];
  assert.equal(new Set(names).size, 60);
});
