/**
 * Style that Chromium 87, Safari 14.0 or Firefox 102 would drop, where nothing stands in for it. CSS ships as it is
 * written, so this is the only thing between a new property and an old phone. `@supports` may hold anything.
 */
import { templatesOf } from './templates.js';
import type { SourceFile } from './tree.js';

interface Declaration {
  readonly property: string;
  readonly value: string;
}

export interface Block {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
  /** The selectors and at-rules around it, outermost first. */
  readonly around: readonly string[];
}

/** The innermost blocks of a sheet. Declarations beside nested rules count as blocks of their own. */
export function blocksOf(css: string): Block[] {
  const text = css.replace(/\/\*[^]*?\*\//g, ' ').replace(/"[^"]*"|'[^']*'/g, "''");
  const blocks: Block[] = [];
  const around: string[] = [];
  const own: string[][] = [[]];
  let rest = '';
  for (const char of text) {
    if (char === '{') {
      around.push(rest.trim().replace(/\s+/g, ' '));
      own.push([]);
      rest = '';
    } else if (char === ';' || char === '}') {
      if (rest.trim()) own.at(-1)?.push(rest.trim());
      rest = '';
      if (char === '}') {
        const declarations = (own.pop() ?? []).flatMap(declarationOf);
        const selector = around.pop() ?? '';
        if (declarations.length > 0) blocks.push({ selector, declarations, around: [...around] });
      }
    } else rest += char;
  }
  return blocks;
}

function declarationOf(text: string): Declaration[] {
  const cut = text.indexOf(':');
  return cut < 0 ? [] : [{ property: text.slice(0, cut).trim(), value: text.slice(cut + 1).trim() }];
}

/** Properties that need another one before them in the same block. */
const instead: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^inset$/, /^(top|bottom|left|right)$/, 'write top, right, bottom and left'],
  [
    /^inset-(inline|block)/,
    /^$/,
    'Safari 14.0 has no such property; write left and set it back in @supports',
  ],
  [/^(margin|padding)-(inline|block)$/, /^$/, 'Safari 14.0 has only the -start and -end ones'],
  [
    /^aspect-ratio$/,
    /^((min-|max-)?height|padding-(top|bottom))$/,
    'give it a height or put it into @supports',
  ],
  [/^(translate|rotate|scale)$/, /^$/, 'write transform'],
  [/^user-select$/, /^-webkit-user-select$/, 'Safari wants -webkit-user-select as well'],
  [/^backdrop-filter$/, /^-webkit-backdrop-filter$/, 'Safari wants -webkit-backdrop-filter as well'],
  [
    /^mask(-image|-size|-position|-repeat)?$/,
    /^-webkit-mask/,
    'Chromium 87 and Safari 14 want -webkit-mask as well',
  ],
  [/^appearance$/, /^-webkit-appearance$/, 'Safari 14 wants -webkit-appearance as well'],
];

/** Values that need an older one of the same property before them. */
const newValue =
  /\b(color-mix|light-dark|oklch|oklab|lab|lch)\(|\d(d|s|l)v(h|w|b|i|min|max)\b|^clip$|\brgb\(from\b/;

/** Selectors that, in a list, take the whole rule with them. */
const newSelector = /:(is|where|has|state|dir|focus-visible|modal|popover-open|user-invalid)\b/;

const isVendor = (property: string): boolean =>
  property.startsWith('-webkit-') || property.startsWith('-moz-');

/** Selectors of a list, commas inside parentheses aside. */
const listOf = (selector: string): string[] => selector.split(/,(?![^(]*\))/).map(one => one.trim());

/** `@supports not (property: …) { selector { … } }`: the sheet says what an old browser gets instead. */
const hasStandIn = (sheet: readonly Block[], selector: string, property: string): boolean =>
  sheet.some(
    block =>
      block.selector === selector &&
      block.around.some(
        scope => scope.startsWith('@supports not') && scope.includes(property.replace(/-(start|end)$/, '')),
      ),
  );

function faultsOfBlock({ selector, declarations, around }: Block, sheet: readonly Block[]): string[] {
  const scopes = [...around, selector];
  if (scopes.some(scope => scope.startsWith('@supports') && !/^@supports not/.test(scope))) return [];
  const newAtRule = scopes.find(scope => /^@(layer|scope|starting-style|property)\b/.test(scope));
  const nested = around.some(scope => !scope.startsWith('@')) || selector.includes('&');
  const list = listOf(selector);
  const earlier = (i: number, wanted: (one: Declaration) => boolean): boolean =>
    declarations.slice(0, i).some(wanted);
  const rangeQuery = scopes.find(scope => /^@media.*[<>]/.test(scope));
  return [
    ...(newAtRule ? [`${newAtRule}: too new for a rule that matters`] : []),
    ...(nested && !around.some(scope => /keyframes/.test(scope)) ? [`${selector}: nesting is too new`] : []),
    ...(rangeQuery ? [`${rangeQuery}: write min-width or max-width`] : []),
    ...(list.length > 1 &&
    list.some(one => newSelector.test(one)) &&
    !list.every(one => newSelector.test(one))
      ? [`${selector}: an old browser drops the whole rule; split it`]
      : []),
    ...declarations.flatMap((declaration, i) => {
      const { property, value } = declaration;
      if (hasStandIn(sheet, selector, property)) return [];
      const rule = instead.find(([name]) => name.test(property));
      if (rule && !declarations.some(one => rule[1].test(one.property)))
        return [`${selector}: ${property}: ${rule[2]}`];
      if (isVendor(property) || !newValue.test(value)) return [];
      const before = earlier(i, one => one.property === property && !newValue.test(one.value));
      // A custom property is taken whatever it says, so no earlier one helps it.
      if (before && !property.startsWith('--')) return [];
      return [`${selector}: ${property}: ${value}: nothing stands in for it`];
    }),
  ];
}

/** What our styles take for granted and must not, one line each. */
export const styleAboveFloor = (files: readonly SourceFile[]): string[] =>
  files
    .flatMap(templatesOf)
    .flatMap(({ tag, text, path, line }) =>
      tag === 'css'
        ? blocksOf(text).flatMap((block, _, sheet) =>
            faultsOfBlock(block, sheet).map(fault => `${path}:${line}: ${fault}`),
          )
        : [],
    );
