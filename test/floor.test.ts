/**
 * What a page loads parses in the oldest browsers we promise, and takes nothing for granted there. Everything of the
 * page is held to ES2020: the classic files because they meet browsers as they are, and dist/esm as well, so that a
 * shop that serves it without lowering it keeps our promise. (Its dependencies are the shop's own: Lit is ES2021.)
 */
import { parse, type Program } from 'acorn';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { aboveFloor } from './house/rules/floor-api.js';
import { styleAboveFloor } from './house/rules/floor-css.js';
import { sources, type SourceFile } from './house/rules/tree.js';
import { root } from './tools/install.mjs';

const dist = (name: string): string => readFileSync(join(root, 'dist', name), 'utf8');
const scripts = ['qunlive.js', 'qunlive.full.js', 'qunlive-host.js'];
/** What the scripts fetch from beside themselves. */
const besides = readdirSync(join(root, 'dist')).filter(
  name => name.endsWith('.js') && !scripts.includes(name),
);
const page = sources('src').filter(({ path }) => !/^src\/(server|faults|conformance)\//.test(path));

const parsed = (code: string, sourceType: 'script' | 'module'): Program =>
  parse(code, { ecmaVersion: 2020, sourceType });

/** Every match of the pattern with some of what stands around it: a whole bundle in a message helps nobody. */
const found = (code: string, what: RegExp): string[] =>
  [...code.matchAll(new RegExp(what, 'g'))].map(({ index }) =>
    code.slice(Math.max(0, index - 40), index + 60),
  );

/** Modules that a module names, lazily or not. */
function modulesOf(program: Program): string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, source } = node as { type?: string; source?: { value?: unknown } | null };
    if (/^(Import|Export)/.test(type ?? '') && source) names.push(String(source.value));
    Object.values(node).forEach(visit);
  };
  visit(program.body);
  return names;
}

for (const name of scripts) {
  test(`${name} is a classic script of 2020`, () => {
    parsed(dist(name), 'script');
  });

  test(`${name} declares nothing on the page and knows no module loader`, () => {
    const kinds = new Set(parsed(dist(name), 'script').body.map(({ type }) => type));
    assert.deepEqual([...kinds].sort(), ['EmptyStatement', 'ExpressionStatement']);
    // The engine carries the text of a worker that we never start, and that text does name a loader.
    const own = dist(name).replace('define.amd=true;(${__HLS_WORKER_BUNDLE__', '');
    assert.deepEqual(found(own, /\bdefine\.amd\b|\bmodule\.exports\b|typeof exports\b|\brequire\(/), []);
  });

  test(`${name} is a production build without a path of the machine that made it`, () => {
    assert.deepEqual(found(dist(name), /process\.env|import\.meta|Lit is in dev mode/), []);
    assert.ok(!dist(name).includes(root));
  });
}

/** `f?.(...a, b)`: Chromium before 91 throws where `f` is missing. */
function spreadInOptionalCalls(code: string, sourceType: 'script' | 'module'): string[] {
  const calls: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, optional, callee, arguments: args = [], start, end } = node as Call;
    const inChain = optional || callee?.optional;
    if (type === 'CallExpression' && inChain && args.slice(0, -1).some(one => one.type === 'SpreadElement')) {
      calls.push(code.slice(start, end).slice(0, 80));
    }
    Object.values(node).forEach(visit);
  };
  visit(parsed(code, sourceType).body);
  return calls;
}

interface Call {
  type?: string;
  optional?: boolean;
  callee?: { optional?: boolean };
  arguments?: { type: string }[];
  start: number;
  end: number;
}

for (const name of [...scripts, 'qunlive-hls.js']) {
  test(`${name} makes no call that Chromium 87 gets wrong`, () => {
    const type = scripts.includes(name) ? 'script' : 'module';
    assert.deepEqual(spreadInOptionalCalls(dist(name), type), []);
  });
}

test('a call that Chromium 87 gets wrong is seen', () => {
  const wrong = spreadInOptionalCalls(
    'f?.(...a, b); o.m?.(...a, b); o?.m(...a, b); f?.(a, ...b); f(...a, b);',
    'script',
  );
  assert.deepEqual(wrong, ['f?.(...a, b)', 'o.m?.(...a, b)', 'o?.m(...a, b)']);
});

test('templates and styles lost their indentation', () => {
  assert.deepEqual(found(dist('qunlive.js'), /\n {2}|[{;] {2}/), []);
});

test('what a script fetches later is a module of 2020 that needs nothing else', () => {
  for (const name of besides) assert.deepEqual(modulesOf(parsed(dist(name), 'module')), [], name);
  assert.equal(found(dist('qunlive-hls.js'), /\bas default\b/).length, 1);
});

/**
 * The files a script fetches later, and how often it says `import()`. From another origin a relative import resolves
 * against nothing, so one function, `$get("…")`, makes the address and imports it for all. Words in a string are none.
 */
function fetchedBy(name: string): { files: string[]; imports: number } {
  const files: string[] = [];
  let imports = 0;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, callee, arguments: args } = node as Fetching;
    if (type === 'ImportExpression') imports++;
    if (type === 'CallExpression' && callee?.name === '$get') files.push(String(args?.[0]?.value));
    Object.values(node).forEach(visit);
  };
  visit(parsed(dist(name), 'script').body);
  return { files, imports };
}

interface Fetching {
  type?: string;
  callee?: { name?: string };
  arguments?: { value?: unknown }[];
}

test('the full file fetches nothing but the full engine, the others only what stands beside them', () => {
  assert.deepEqual(fetchedBy('qunlive.full.js'), { files: ['qunlive-hls-full.js'], imports: 1 });
  for (const name of ['qunlive.js', 'qunlive-host.js']) {
    const { files, imports } = fetchedBy(name);
    assert.equal(imports, 1, name);
    assert.ok(files.includes('qunlive-hls.js'), name);
    assert.deepEqual(
      files.filter(file => !besides.includes(file)),
      [],
      name,
    );
  }
});

test('every module of esm is of 2020, names only packages we depend on, and sees its neighbours', () => {
  const json = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: object;
    peerDependencies: object;
  };
  const packages = Object.keys({ ...json.dependencies, ...json.peerDependencies });
  const modules = readdirSync(join(root, 'dist/esm'), { recursive: true, encoding: 'utf8' });
  const lost = modules
    .filter(name => name.endsWith('.js'))
    .flatMap(name => modulesOf(parsed(dist(`esm/${name}`), 'module')).map(to => [name, to] as const))
    .filter(([name, to]) =>
      to.startsWith('.')
        ? !existsSync(join(root, 'dist/esm', name, '..', to))
        : !packages.some(one => to === one || to.startsWith(`${one}/`)),
    );
  assert.ok(modules.length > 10);
  assert.deepEqual(lost, []);
});

test('integrity is told for every file a page loads', () => {
  const sri = JSON.parse(dist('sri.json')) as Record<string, string>;
  assert.deepEqual(Object.keys(sri).sort(), [...scripts, ...besides].sort());
  for (const hash of Object.values(sri)) assert.match(hash, /^sha384-[\w+/]{64}$/);
});

test('private members cost no WeakMap', () => {
  const modules = readdirSync(join(root, 'dist/esm'), { recursive: true, encoding: 'utf8' });
  const helpers = modules.filter(name => name.startsWith('compiler')).map(name => basename(name));
  assert.deepEqual(
    helpers.filter(name => /classPrivate|defineProperty|checkPrivate/i.test(name)),
    [],
  );
  assert.deepEqual(
    found(dist('qunlive.js'), /attempted to (get|set) private|Cannot initialize the same private/),
    [],
  );
});

test('page code asks before it uses what old browsers lack', () => assert.deepEqual(aboveFloor(page), []));

test('style has something for browsers that lack the new', () => assert.deepEqual(styleAboveFloor(page), []));

const file = (text: string): SourceFile => ({ path: 'src/a.ts', text });

for (const text of [
  'list.at(-1)',
  'new ResizeObserver(f)',
  "el.addEventListener('x', f, { signal })",
  '/(?<=a)b/.test(c)',
  'navigator.share(a)',
  'structuredClone(a)',
]) {
  test(`${text} without a question is seen`, () => assert.equal(aboveFloor([file(text)]).length, 1));
}

test('what is asked for first is let through', () => {
  const fine = [
    "if (typeof ResizeObserver !== 'undefined') new ResizeObserver(f);",
    'try { new BroadcastChannel(a); } catch (e) { report(e); }',
    "if ('share' in navigator) navigator.share(a);",
    'el.showPopover?.();',
    'const at = answer.at; type A = ResizeObserver;',
    "el.addEventListener('x', f, { once: true, passive: true });",
  ];
  assert.deepEqual(aboveFloor(fine.map(file)), []);
});

const css = (text: string): string[] => styleAboveFloor([file(`css\`${text}\``)]);

for (const text of [
  'a { inset: 0 }',
  'a { inset-inline-start: 0 }',
  'a { height: 100dvh }',
  'a { color: color-mix(in srgb, red, blue) }',
  'a { --_x: light-dark(red, blue) }',
  'a, :host(:state(live)) { color: red }',
  'a:hover, a:focus-visible { color: red }',
  'a { &:hover { color: red } }',
  'a { b { color: red } }',
  '@media (width >= 300px) { a { color: red } }',
  '@layer x { a { color: red } }',
  'a { user-select: none }',
  'a { aspect-ratio: 1 }',
]) {
  test(`css: ${text} is seen`, () => assert.equal(css(text).length, 1));
}

test('css: an older declaration before it, or @supports around it, lets the new one through', () => {
  const fine = [
    'a { top: 0; right: 0; bottom: 0; left: 0; inset: 0 }',
    'a { height: 100vh; height: 100dvh }',
    '@supports (color: light-dark(red, blue)) { :host { --_x: light-dark(red, blue) } }',
    '@supports (inset-inline-start: 0) { a { inset-inline-start: 0 } }',
    'a { inset-inline-start: 0 } @supports not (inset-inline-start: 0) { a { left: 0 } }',
    ':host(:state(live)) { color: red } a:focus-visible { color: red }',
    '@keyframes x { from { opacity: 0 } to { opacity: 1 } }',
    '@media (min-width: 300px) { a { -webkit-user-select: none; user-select: none } }',
    '@container (min-width: 400px) { a { color: red } }',
  ];
  assert.deepEqual(fine.flatMap(css), []);
});
