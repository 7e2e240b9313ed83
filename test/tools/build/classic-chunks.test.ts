import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { classicChunks } from './classic-chunks.js';

interface Chunk {
  type: 'chunk';
  fileName: string;
  isEntry: boolean;
  code: string;
  imports: string[];
}

const chunk = (fileName: string, code: string, imports: string[] = []): Chunk => ({
  type: 'chunk',
  fileName,
  isEntry: fileName === 'kit.js',
  code,
  imports,
});

/** What the plugin makes of chunks: file name → code. */
function made(...chunks: Chunk[]): Map<string, string> {
  const bundle = Object.fromEntries(chunks.map(one => [one.fileName, one]));
  const { generateBundle } = classicChunks('kit.js') as unknown as {
    generateBundle(options: object, bundle: Record<string, Chunk>): void;
  };
  generateBundle({}, bundle);
  return new Map(Object.values(bundle).map(({ fileName, code }) => [fileName, code]));
}

/** Runs them as a page would, from files; resolves with what the entry has put on the global scope. */
async function run(files: Map<string, string>): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'chunks-'));
  const page = globalThis as unknown as Record<string, unknown>;
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    for (const [name, code] of files) await writeFile(join(folder, name), code);
    page.document = { currentScript: { src: `${pathToFileURL(join(folder, 'kit.js')).href}?v=2` } };
    page.out = {};
    await import(pathToFileURL(join(folder, 'kit.js')).href);
    return (await (page.out as { done: Promise<Record<string, unknown>> }).done) ?? {};
  } finally {
    delete page.document;
    delete page.out;
    await rm(folder, { recursive: true });
  }
}

test('what the entry imports becomes part of it, once for all', async () => {
  const files = made(
    chunk('kit.js', 'import{n as a}from"./count.js";a();out.done=import("./late.js").then(m=>m.seen);', [
      'count.js',
    ]),
    chunk('late.js', 'import{n as b}from"./count.js";var s={count:b()};export{s as seen};', ['count.js']),
    chunk('count.js', 'var i=0;function f(){return i+=1}export{f as n};'),
  );
  assert.deepEqual([...files.keys()], ['kit.js', 'late.js']);
  assert.deepEqual(await run(files), { count: 2 });
});

test('chunks share a third one, by the address it was fetched by', async () => {
  const files = made(
    chunk(
      'kit.js',
      'out.done=Promise.all([import("./a.js"),import("./b.js")]).then(([a,b])=>({a:a.x,b:b.y}));',
    ),
    chunk('a.js', 'import{n as c}from"./both.js";let x=c();export{x};', ['both.js']),
    chunk('b.js', 'import{n as c}from"./both.js";let y=c();export{y};', ['both.js']),
    chunk('both.js', 'let i=0;const f=()=>(i+=1);export{f as n};'),
  );
  const { a, b } = await run(files);
  assert.deepEqual([a, b].sort(), [1, 2]);
});

test('a chunk makes use of the entry, and fetches others as it does', async () => {
  const files = made(
    chunk('kit.js', 'const k=7;out.done=import("./a.js").then(m=>m.more());export{k as s};'),
    chunk(
      'a.js',
      'import{s}from"./kit.js";const more=()=>import("./b.js").then(m=>({sum:s+m.t}));export{more};',
      ['kit.js'],
    ),
    chunk('b.js', 'const t=1;export{t};'),
  );
  assert.deepEqual(await run(files), { sum: 8 });
});

test('what the entry imports may not import the entry', () => {
  assert.throws(
    () =>
      made(
        chunk('kit.js', 'import{n}from"./a.js";n();', ['a.js']),
        chunk('a.js', 'import{s}from"./kit.js";export{s as n};', ['kit.js']),
      ),
    /circle/,
  );
});

test('files that would wait for each other are refused', () => {
  const circle = () =>
    made(
      chunk('kit.js', 'out.done=import("./one.js");'),
      chunk('one.js', 'import{b}from"./other.js";var a=b;export{a};', ['other.js']),
      chunk('other.js', 'import{a}from"./one.js";var b=a;export{b};', ['one.js']),
    );
  assert.throws(circle, /one\.js and other\.js and one\.js go round in a circle/);
});

test('a chunk that only hands on what others have does so', async () => {
  const files = made(
    chunk('kit.js', 'out.done=Promise.all([import("./on.js"),import("./a.js")]).then(([on])=>({...on}));'),
    chunk('on.js', 'export{n as one}from"./a.js";export{n as two,m as three}from"./b.js";', ['a.js', 'b.js']),
    chunk('a.js', 'var n=1;export{n};'),
    chunk('b.js', 'var n=2,m=3;export{n,m};'),
  );
  assert.deepEqual(await run(files), { one: 1, two: 2, three: 3 });
});
