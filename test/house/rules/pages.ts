import { posix } from 'node:path';
import type { SourceFile } from './tree.js';

/** What a reader sees as prose: code is left out, and takes its lines along. */
const prose = (text: string): string => text.replace(/^ *```.*?^ *```/gms, '').replace(/`[^`\n]*`/g, '`…`');

/** The name by which a heading is linked, as code hosts make it. */
const slug = (heading: string): string =>
  heading
    .replace(/\]\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .trim()
    .replace(/ /g, '-');

const anchorsOf = (text: string): string[] =>
  [...text.replace(/^ *```.*?^ *```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading!));

/** Links from one page of the project to another that lead nowhere, or to a heading that is not there. */
export function deadLinks(pages: readonly SourceFile[], exists: (path: string) => boolean): string[] {
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  return pages.flatMap(({ path, text }) =>
    [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => {
      if (/^\w+:/.test(link!)) return [];
      const [file, anchor] = link!.split('#');
      const to = file ? posix.join(posix.dirname(path), file).replace(/\/$/, '') : path;
      const page = texts.get(to);
      const there = exists(to) && (!anchor || !page || anchorsOf(page).includes(decodeURIComponent(anchor)));
      return there ? [] : [`${path}: ${link}`];
    }),
  );
}

/** Bold that ends in a full stop right before a letter is shown with its asterisks: a blank has to stand between. */
export function openBold(pages: readonly SourceFile[]): string[] {
  return pages.flatMap(({ path, text }) =>
    [...prose(text).matchAll(/\*\*([^*\n]+)\*\*(.?)/gu)].flatMap(([bold, inner, after]) =>
      /[。，：；！？）”]$/.test(inner!) && /[\p{L}\p{N}`[]/u.test(after!) ? [`${path}: ${bold}`] : [],
    ),
  );
}

/** Lines that end and begin with Chinese characters: the break is shown as a blank between the two. */
export function brokenLines(pages: readonly SourceFile[]): string[] {
  const isProse = /^(?!\s*([|#>]|- |\* |\d+\. |<))/;
  return pages.flatMap(({ path, text }) => {
    const lines = text.replace(/^ *```.*?^ *```/gms, '').split('\n');
    return lines.flatMap((line, i) => {
      const next = lines[i + 1] ?? '';
      const broken =
        !/^\s*([|#>]|<)/.test(line) &&
        isProse.test(next) &&
        /[\p{sc=Han}，。；：、！？）”]$/u.test(line) &&
        /^\s*[\p{sc=Han}（“]/u.test(next);
      return broken ? [`${path}: …${line.slice(-12)}`] : [];
    });
  });
}
