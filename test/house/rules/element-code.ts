import ts from 'typescript';
import { hole, templatesOf } from './templates.js';
import type { SourceFile } from './tree.js';

/** What an element's files really offer to the page, as far as the code says it in so many words. */
export interface ElementCode {
  readonly csspart: ReadonlySet<string>;
  readonly slot: ReadonlySet<string>;
  readonly event: ReadonlySet<string>;
  readonly cssproperty: ReadonlySet<string>;
  readonly cssstate: ReadonlySet<string>;
}

const words = (text: string): string[] =>
  text.split(/\s+/).filter(word => word !== '' && !word.includes(hole));

const attribute = (name: string): RegExp =>
  new RegExp(`\\s${name}="([^"]*)"|\\s${name}=([^\\s"'>${hole}]+)`, 'g');

const valuesOf = (html: string, name: string): string[] =>
  [...html.matchAll(attribute(name))].map(match => match[1] ?? match[2] ?? '');

/** `exportparts="inner: outer, same"` offers `outer` and `same`. */
const exported = (value: string): string[] =>
  value.split(',').flatMap(pair => words(pair.split(':').at(-1) ?? ''));

function slotsOf(html: string): string[] {
  const tags = html.match(/<slot\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/g) ?? [];
  return tags.flatMap(tag => (/\sname=/.test(tag) ? valuesOf(tag, 'name').flatMap(words) : ['']));
}

/** Knobs are unprefixed: `--_x` is an element's own business and `--qun-x` belongs to the whole kit. */
const knobsOf = (css: string): string[] =>
  [...css.matchAll(/var\(\s*(--(?!_|qun-)[\w-]+)/g)].map(match => match[1]!);

const statesOf = (css: string): string[] => [...css.matchAll(/:state\(([\w-]+)\)/g)].map(match => match[1]!);

/** Names of events by their class, from `static readonly type = '…'` in the events' own files. */
export function eventTypes(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const classes = files.flatMap(({ text }) => [
    ...text.matchAll(/export class (\w+)[^{]*\{(?:[^}]*?)static readonly type = '([\w-]+)'/g),
  ]);
  return new Map(classes.map(match => [match[1]!, match[2]!]));
}

function eventsOf(file: SourceFile, types: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
      const name = node.expression.text;
      const [first] = node.arguments ?? [];
      const literal =
        /^(Custom)?Event$/.test(name) && first && ts.isStringLiteral(first) ? first.text : undefined;
      const type = types.get(name) ?? literal;
      if (type) found.push(type);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true));
  return found;
}

/** Parts given to elements that no template makes: `video.part.add('video')`, `node.setAttribute('part', 'line')`. */
const addedParts = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/(?:\.part\.add\(|\.setAttribute\('part',)([^)]*)\)/g)].flatMap(match =>
    [...match[1]!.matchAll(/'([\w-]+)'/g)].map(part => part[1]!),
  );

/** Reads the files of one element's folder, its tests aside. */
export function elementCode(files: readonly SourceFile[], types: ReadonlyMap<string, string>): ElementCode {
  const templates = files.flatMap(templatesOf);
  const html = templates.filter(({ tag }) => tag === 'html' || tag === 'svg').map(({ text }) => text);
  const css = templates.filter(({ tag }) => tag === 'css').map(({ text }) => text);
  const parts = html.flatMap(text => [
    ...valuesOf(text, 'part').flatMap(words),
    ...valuesOf(text, 'exportparts').flatMap(exported),
  ]);
  return {
    csspart: new Set([...parts, ...files.flatMap(addedParts)]),
    slot: new Set(html.flatMap(slotsOf)),
    event: new Set(files.flatMap(file => eventsOf(file, types))),
    cssproperty: new Set(css.flatMap(knobsOf)),
    cssstate: new Set(css.flatMap(statesOf)),
  };
}
