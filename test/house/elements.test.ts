import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import type { Manifest } from '../../docs/build/manifest.js';
import { root } from '../tools/install.mjs';
import { elementCode, eventTypes } from './rules/element-code.js';
import { elementClass, type ElementClass } from './rules/element-doc.js';
import { docFaults, missingFiles } from './rules/element-faults.js';
import { projectFiles, read, sources, type SourceFile } from './rules/tree.js';

const paths = new Set(projectFiles());
const names = [...new Set([...paths].flatMap(path => /^src\/elements\/([^/]+)\//.exec(path)?.[1] ?? []))];
const types = eventTypes(sources('src/events'));
const base = sources('src/base').flatMap(file => elementClass(file) ?? []);
const baseEvents = [...elementCode(sources('src/base'), types).event];
const filesOf = (name: string): SourceFile[] => sources(`src/elements/${name}`);
/** What of src/base draws something that pages can style: it belongs to every element that uses it. */
const drawing = sources('src/base').filter(file => elementCode([file], types).csspart.size > 0);
const codeOf = (name: string): SourceFile[] => {
  const own = filesOf(name);
  const used = drawing.filter(({ path }) =>
    own.some(({ text }) => text.includes(`/base/${basename(path, '.ts')}.js'`)),
  );
  return [...own, ...used];
};
const classOf = (name: string): ElementClass | undefined => {
  const path = `src/elements/${name}/${name}.ts`;
  return paths.has(path) ? elementClass(read(path)) : undefined;
};

for (const name of names) {
  test(`${name} has every file an element has`, () => {
    assert.deepEqual(missingFiles(name, paths), []);
  });

  test(`${name} is called after its folder`, () => {
    const found = classOf(name);
    const pascal = name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
    assert.equal(found?.className, `Qun${pascal}`);
    assert.deepEqual(found.tagNames, [`qun-${name}`]);
    assert.match(
      read(`src/define/qun-${name}.ts`).text,
      new RegExp(`define\\('qun-${name}', Qun${pascal}\\)`),
    );
  });

  test(`${name} says what it offers, no more and no less`, () => {
    const found = classOf(name);
    assert.ok(found, 'its file exports no class');
    // A large element may stand on a class of its own folder.
    const own = filesOf(name).flatMap(file => elementClass(file) ?? []);
    assert.deepEqual(docFaults(found, elementCode(codeOf(name), types), [...base, ...own], baseEvents), []);
  });
}

test('the first page names every element, in both languages', () => {
  for (const [page, ending] of [
    ['README.md', ''],
    ['README.zh-CN.md', '.zh-CN'],
  ] as const) {
    const { text } = read(page);
    const missing = names.filter(
      name => !text.includes(`[\`qun-${name}\`](src/elements/${name}/README${ending}.md)`),
    );
    assert.deepEqual(missing, [], page);
  }
});

test('the manifest tells of every element what its comment says', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest;
  const declared = manifest.modules.flatMap(module => module.declarations);
  assert.deepEqual(declared.map(({ tagName }) => tagName).sort(), names.map(name => `qun-${name}`).sort());
  for (const declaration of declared) {
    const doc = classOf(declaration.tagName.slice(4))?.doc ?? [];
    const named = (tag: string): string[] =>
      doc
        .filter(line => line.tag === tag)
        .map(line => line.name)
        .sort();
    const listed = (list: readonly { name?: string; inheritedFrom?: unknown }[] = []): string[] =>
      list
        .filter(one => !one.inheritedFrom)
        .map(one => one.name ?? '')
        .sort();
    const at = declaration.tagName;
    // A comment may say of an inherited attribute what it means here; its own it must name.
    const all = (declaration.attributes ?? []).map(one => one.name ?? '');
    assert.deepEqual(
      listed(declaration.attributes).filter(name => !named('attr').includes(name)),
      [],
      `${at}: attributes without a word`,
    );
    assert.deepEqual(
      named('attr').filter(name => !all.includes(name)),
      [],
      `${at}: words without an attribute`,
    );
    assert.deepEqual(listed(declaration.events), named('event'), `${at}: events`);
    assert.deepEqual(listed(declaration.slots), named('slot'), `${at}: slots`);
    assert.deepEqual(listed(declaration.cssParts), named('csspart'), `${at}: parts`);
    assert.deepEqual(listed(declaration.cssProperties), named('cssproperty'), `${at}: css properties`);
    assert.ok(
      (declaration.members ?? []).every(member => !member.name?.startsWith('#')),
      `${at}: private members`,
    );
  }
});

const toy = (doc: string, body: string): SourceFile => ({
  path: 'src/elements/toy/toy.ts',
  text: `/**\n * A toy.\n *\n * @status stable\n * @since 0.1.0\n${doc}\n */\nexport class QunToy extends QunElement {\n${body}\n}`,
});

function faultsOf(doc: string, body: string): string[] {
  const file = toy(doc, body);
  const tapped = {
    path: 'src/events/t.ts',
    text: "export class QunTapEvent extends Event { static readonly type = 'qun-tap'; }",
  };
  const parent = {
    path: 'src/base/a.ts',
    text: 'export abstract class QunElement extends LitElement { @property() room = 1 }',
  };
  return docFaults(
    elementClass(file)!,
    elementCode([file], eventTypes([tapped])),
    [elementClass(parent)!],
    ['qun-error'],
  );
}

const wrong: readonly [string, string, string, RegExp][] = [
  ['a part nobody documented', '', 'render() { return html`<p part="a b"></p>`; }', /@csspart a is missing/],
  ['a part that is gone', ' * @csspart a - A.', '', /@csspart a is not in the code/],
  [
    'a slot nobody documented',
    '',
    'render() { return html`<slot></slot>`; }',
    /@slot \(default\) is missing/,
  ],
  ['a slot that is gone', ' * @slot a - A.', '', /@slot a is not in the code/],
  ['an event nobody documented', '', 'x() { this.ask(new QunTapEvent()); }', /@event qun-tap is missing/],
  ['an event that is gone', ' * @event {Event} qun-tap - Tapped.', '', /@event qun-tap is not in the code/],
  [
    'a knob nobody documented',
    '',
    'static styles = css`p { gap: var(--gap, 1px) }`;',
    /@cssproperty --gap is missing/,
  ],
  [
    'a knob without a default',
    ' * @cssproperty --gap - Space.',
    'static styles = css`p { gap: var(--gap, 1px) }`;',
    /has no default/,
  ],
  [
    'an attribute nobody documented',
    '',
    "@property({ attribute: 'start-at' }) startAt = 0;",
    /@attr start-at is missing/,
  ],
  [
    'an attribute that is gone',
    ' * @attr {string} a - A.',
    '@property({ attribute: false }) a = 1;',
    /@attr a is not in the code/,
  ],
  [
    'a property without a sentence',
    ' * @attr {string} a - A.',
    '@property() a = 1;',
    /property a has no sentence/,
  ],
  ['words that are no sentence', ' * @attr {string} a - the a', '@property() a = 1;', /is no sentence/],
  [
    'another order',
    ' * @slot - All.\n * @attr {string} a - A.',
    'html`<slot></slot>`; @property() a = 1;',
    /the order is/,
  ],
];

for (const [what, doc, body, fault] of wrong) {
  test(`${what} is seen`, () => assert.match(faultsOf(doc, body).join('\n'), fault));
}

test('an honest comment is let through', () => {
  const doc = [
    ' * @attr {number} start-at - Where it begins.',
    ' * @attr {string} room - Its room, and nobody else.',
    ' * @event {QunTapEvent} qun-tap - Tapped: `count`.',
    ' * @event {QunErrorEvent} qun-error - It has a fault.',
    ' * @slot - All.',
    ' * @slot icon - In front.',
    ' * @csspart base - The whole.',
    ' * @csspart card__price - The price inside.',
    ' * @cssproperty [--gap=calc(4px * 2)] - Space.',
  ].join('\n');
  const body = `
    /** Where. */ @property({ type: Number, attribute: 'start-at' }) startAt = 0;
    static styles = css\`p { gap: var(--gap, var(--_space)); color: var(--qun-color-brand) }\`;
    render() { return html\`<p part="base \${x}"><slot name="icon"></slot><slot></slot></p>
      <qun-card exportparts="price:card__price"></qun-card>\`; }
    x() { this.ask(new QunTapEvent()); }`;
  assert.deepEqual(faultsOf(doc, body), []);
});

test('a folder that lacks a file is seen', () => {
  assert.equal(missingFiles('toy', paths).length, 6);
});
