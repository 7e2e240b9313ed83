import { hole, namesOf, templatesOf, type Template } from './templates.js';
import type { SourceFile } from './tree.js';

interface Manner {
  readonly tags: readonly string[];
  readonly fault: RegExp;
  readonly why: string;
}

const markup = ['html', 'svg'];

const manners: readonly Manner[] = [
  { tags: ['css'], fault: /(?<![\w.-])[\d.]+rem\b/, why: "rem is the page's to set, and shops set it to 0" },
  { tags: markup, fault: /\sstyle\s*=/, why: 'a style attribute breaks under a strict CSP; use the CSSOM' },
  { tags: markup, fault: /<style[\s>]/, why: 'an inline style element breaks under a strict CSP' },
  { tags: markup, fault: /<script[\s>]/, why: 'no scripts in templates' },
  { tags: markup, fault: /\son[a-z]+\s*=/, why: 'an inline handler breaks under a strict CSP' },
  { tags: markup, fault: /<iframe[\s>]/, why: 'no frame of ours in a page' },
  {
    tags: markup,
    fault: /(href|src)\s*=\s*["']?(javascript|data|blob):/,
    why: 'an address the page did not allow',
  },
];

/** A button without a type submits the page's form. */
function untypedButtons({ text }: Template): string[] {
  const tags = text.match(/<button\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/g) ?? [];
  return tags.filter(tag => !new RegExp(`\\stype=["']?(button|submit|reset|${hole})`).test(tag));
}

/** Ways to make markup or code out of words. */
const unsafe = new Set([
  ...[
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'setHTMLUnsafe',
    'createContextualFragment',
    'DOMParser',
  ],
  ...['unsafeHTML', 'unsafeSVG', 'eval', 'srcdoc', 'createObjectURL'],
]);

/**
 * Media in pieces has no other way into a video; `media-src blob:` is what our page on content security policies asks for.
 * A file that staff save may be larger than browsers take as an address of data; saving is no matter of such policies.
 */
const addressing: readonly string[] = ['src/media/first-picture.ts', 'src/elements/room-report/files.ts'];

/** What page code does that a guest must not, one line each. */
export function badManners(files: readonly SourceFile[]): string[] {
  return files.flatMap(file => {
    const inTemplates = templatesOf(file).flatMap(template => {
      const at = `${file.path}:${template.line}`;
      const faults = manners.filter(
        ({ tags, fault }) => tags.includes(template.tag) && fault.test(template.text),
      );
      const buttons = markup.includes(template.tag) ? untypedButtons(template) : [];
      return [
        ...faults.map(({ why }) => `${at}: ${why}`),
        ...buttons.map(tag => `${at}: ${tag}: a button without a type`),
      ];
    });
    const names = namesOf(file).filter(
      ({ name }) => unsafe.has(name) && !(name === 'createObjectURL' && addressing.includes(file.path)),
    );
    return [
      ...inTemplates,
      ...replacedFrom(file),
      ...names.map(({ name, line }) => `${file.path}:${line}: ${name}`),
    ];
  });
}

/** Prototype.js replaces `Array.from` by one that knows neither lengths nor functions. */
function replacedFrom({ path, text }: SourceFile): string[] {
  const outside = /^src\/(server|conformance|faults)\//.test(path) || path.endsWith('.test.ts');
  return !outside && /Array\.from\(\s*\{/.test(text)
    ? [`${path}: Array.from({ length }): use core/range`]
    : [];
}

/** Storage may throw and needs consent, so one file deals with it. Returns all files that do when there are more. */
export function storageUsers(files: readonly SourceFile[]): string[] {
  const storage = new Set(['localStorage', 'sessionStorage', 'indexedDB', 'cookie']);
  const users = files.filter(file => namesOf(file).some(({ name }) => storage.has(name)));
  return users.length > 1 ? users.map(({ path }) => path) : [];
}

/** No part of the page keeps notes for later in its sources. */
export function unfinished(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, i) =>
        /\b(TODO|FIXME|XXX|HACK)\b/.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [],
      ),
  );
}
