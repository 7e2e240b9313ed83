import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import ts from 'typescript';
import { root } from '../tools/install.mjs';
import { elementFiles, isName } from '../tools/new/element-files.js';
import { elementCode, eventTypes } from './rules/element-code.js';
import { elementClass } from './rules/element-doc.js';
import { docFaults, missingFiles } from './rules/element-faults.js';
import { aboveFloor } from './rules/floor-api.js';
import { styleAboveFloor } from './rules/floor-css.js';
import { wrongArrows } from './rules/imports.js';
import { badManners } from './rules/page-manners.js';
import { isTest, type SourceFile } from './rules/tree.js';

const { files, chinese } = elementFiles('gift-box', '1.2.3');
const written: SourceFile[] = Object.entries(files).map(([path, text]) => ({ path, text }));
const code = written.filter(({ path }) => path.endsWith('.ts'));
const inFolder = code.filter(({ path }) => path.startsWith('src/elements/') && !isTest(path));

/** What the compiler says of files that stand nowhere but in memory, beside the real ones. */
function compile(sources: readonly SourceFile[]): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), path => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(
    config.config,
    { ...ts.sys, readDirectory: () => [] },
    root,
  );
  const host = ts.createCompilerHost(options);
  const texts = new Map(sources.map(({ path, text }) => [join(root, path).replaceAll('\\', '/'), text]));
  const [readFile, fileExists, directoryExists] = [host.readFile, host.fileExists, host.directoryExists];
  host.readFile = path => texts.get(path.replaceAll('\\', '/')) ?? readFile.call(host, path);
  host.fileExists = path => texts.has(path.replaceAll('\\', '/')) || fileExists.call(host, path);
  host.directoryExists = path =>
    [...texts.keys()].some(file => file.startsWith(`${path.replaceAll('\\', '/')}/`)) ||
    !!directoryExists?.call(host, path);
  host.getSourceFile = (path, languageVersion) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap(path => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

test('a new element compiles, and a mistake in it would be seen', () => {
  assert.deepEqual(compile(code), []);
  const [first, ...rest] = inFolder;
  const broken = { ...first!, text: first!.text.replace("heading = ''", "heading: number = ''") };
  assert.notEqual(broken.text, first!.text);
  assert.match(
    compile([broken, ...rest, ...code.filter(file => !inFolder.includes(file))]).join(),
    /not assignable/,
  );
});

test('a new element keeps every rule of the house', () => {
  const faults = [
    ...missingFiles('gift-box', new Set(Object.keys(files))),
    ...docFaults(elementClass(inFolder[0]!)!, elementCode(inFolder, eventTypes(code)), [], []),
    ...wrongArrows(code.filter(({ path }) => !isTest(path))),
    ...badManners(code),
    ...aboveFloor(code),
    ...styleAboveFloor(code),
  ];
  assert.deepEqual(faults, []);
});

test('a new element has Chinese for every line of its tables', () => {
  const doc = elementClass(inFolder[0]!)!.doc;
  const kinds = {
    attr: 'property',
    event: 'event',
    slot: 'slot',
    csspart: 'part',
    cssproperty: 'cssProperty',
  };
  const wanted = doc.flatMap(({ tag, name }) =>
    tag in kinds ? [`${kinds[tag as keyof typeof kinds]}/${name}`] : [],
  );
  const there = Object.entries(chinese).flatMap(([kind, names]) =>
    Object.keys(names).map(name => `${kind}/${name}`),
  );
  assert.deepEqual(there.sort(), wanted.sort());
});

test('a name is in kebab case and has no prefix', () => {
  assert.deepEqual(['gift-box', 'goal', 'top10'].filter(isName), ['gift-box', 'goal', 'top10']);
  assert.deepEqual(['qun-gift', 'GiftBox', 'gift_box', '', 'a--b', '../x'].filter(isName), []);
});
