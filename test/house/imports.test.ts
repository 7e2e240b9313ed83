import assert from 'node:assert/strict';
import test from 'node:test';
import { privateEntries, wrongArrows } from './rules/imports.js';
import { projectFiles, read, sources, type SourceFile } from './rules/tree.js';

const file = (path: string, text: string): SourceFile => ({ path, text });

test('imports run one way through the house', () => {
  assert.deepEqual(wrongArrows(sources('src')), []);
});

test('demo and docs use public entry points only', () => {
  const files = projectFiles().filter(
    path => /^(demo|docs)\/.*\.(ts|js|mjs)$/.test(path) && !/^docs\/build\//.test(path),
  );
  assert.deepEqual(privateEntries(files.map(read)), []);
});

const broken: readonly [string, SourceFile, RegExp][] = [
  [
    'an arrow to the left',
    file('src/core/a.ts', `import { x } from '../stores/x.js';`),
    /core does not stand on stores/,
  ],
  [
    'an arrow hidden in a type',
    file('src/protocol/a.ts', `type A = import('../core/a.js').A;`),
    /does not stand on core/,
  ],
  [
    'a lazy arrow',
    file('src/server/a.ts', `await import('../elements/qun-a/qun-a.js');`),
    /server does not stand on elements/,
  ],
  [
    'a server in a bundle',
    file('src/qunlive.ts', `export * from './server/index.js';`),
    /bundle does not stand on server/,
  ],
  ['an element that carries another', file('src/elements/a/a.ts', `import '../b/b.js';`), /only as a type/],
  [
    'a second engine',
    file('src/elements/a/a.ts', `import Hls from 'hls.js';`),
    /only src\/media\/fetch-hls\.ts/,
  ],
  [
    'WeCom’s package in a second file',
    file('src/elements/a/a.ts', `await import('@wecom/jssdk');`),
    /only src\/platform\/wecom\.ts/,
  ],
  ['a package nobody asked for', file('src/core/a.ts', `import _ from 'lodash';`), /no part of the house/],
  ['lit below the elements', file('src/stores/a.ts', `import { html } from 'lit';`), /stores does not use/],
  ['a specifier without .js', file('src/core/a.ts', `import './b';`), /without \.js/],
  ['a way out of src', file('src/core/a.ts', `import '../../demo/a.js';`), /leaves src/],
];

for (const [what, source, fault] of broken) {
  test(`${what} is seen`, () => {
    const [line, ...more] = wrongArrows([source]);
    assert.match(line ?? '', fault);
    assert.deepEqual(more, []);
  });
}

test('what the house allows is let through', () => {
  const fine = [
    file('src/elements/a/a.ts', `import type { B } from '../b/b.js'; import { type C } from '../c/c.js';`),
    file('src/elements/a/a.ts', `import { styles } from './a.styles.js'; import { html } from 'lit';`),
    file('src/media/fetch-hls.ts', `import type Hls from 'hls.js'; await import('hls.js/light');`),
    file(
      'src/qunlive.ts',
      `import './define/qun-a.js'; export { createRoom } from './stores/create-room.js';`,
    ),
  ];
  assert.deepEqual(wrongArrows(fine), []);
});

test('a demo that reaches inside is seen', () => {
  const inside = file('demo/a.ts', `import { x } from '../src/core/x.js'; import 'qunlive';`);
  assert.equal(privateEntries([inside]).length, 1);
});
