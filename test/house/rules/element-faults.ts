import type { ElementCode } from './element-code.js';
import type { DocLine, ElementClass } from './element-doc.js';

const order = [
  'status',
  'since',
  'dependency',
  'attr',
  'event',
  'slot',
  'csspart',
  'cssstate',
  'cssproperty',
];

/** Attributes of every HTML element, which ours may give a meaning of their own. */
const everyElements = ['lang', 'dir', 'hidden', 'id', 'title', 'slot'];

const show = (tag: string, name: string): string => `@${tag} ${name || '(default)'}`;

/** `real` has to be documented; what is `inherited` may be, where the element gives it a meaning of its own. */
function compare(
  tag: string,
  documented: readonly DocLine[],
  real: ReadonlySet<string>,
  inherited: readonly string[] = [],
): string[] {
  const names = documented.map(({ name }) => name);
  return [
    ...[...real].filter(name => !names.includes(name)).map(name => `${show(tag, name)} is missing`),
    ...names
      .filter(name => !real.has(name) && !inherited.includes(name))
      .map(name => `${show(tag, name)} is not in the code`),
    ...names.filter((name, i) => names.indexOf(name) !== i).map(name => `${show(tag, name)} stands twice`),
  ];
}

function wording({ tag, name, defaultValue, words }: DocLine): string[] {
  if (!order.includes(tag)) return [`@${tag} is no tag of ours`];
  if (['status', 'since', 'dependency'].includes(tag)) return name === '' ? [`@${tag} says nothing`] : [];
  return [
    ...(/[.!?)`]$/.test(words) && /^["'`(\p{Lu}\d]/u.test(words)
      ? []
      : [`${show(tag, name)} is no sentence: "${words}"`]),
    ...(tag === 'cssproperty' && !defaultValue ? [`${show(tag, name)} has no default`] : []),
  ];
}

function ancestors(element: ElementClass, base: readonly ElementClass[]): ElementClass[] {
  const parent = base.find(({ className }) => className === element.parent);
  return parent ? [parent, ...ancestors(parent, base)] : [];
}

/**
 * Where an element's doc comment and its code disagree, or the comment is not as ours are. `base` are the classes it
 * may extend, `baseEvents` what those may dispatch for it.
 */
export function docFaults(
  element: ElementClass,
  code: ElementCode,
  base: readonly ElementClass[],
  baseEvents: readonly string[],
): string[] {
  const parents = ancestors(element, base);
  const attributes = parents.flatMap(parent => parent.attributes);
  const of = (tag: string): DocLine[] => element.doc.filter(line => line.tag === tag);
  const ranks = element.doc.map(({ tag }) => order.indexOf(tag));
  return [
    ...(element.summary === '' ? ['the class has no summary'] : []),
    ...['status', 'since'].filter(tag => of(tag).length !== 1).map(tag => `@${tag} is missing`),
    ...(ranks.some((rank, i) => i > 0 && rank < ranks[i - 1]!) ? [`the order is ${order.join(', ')}`] : []),
    ...element.undescribed.map(name => `the property ${name} has no sentence of its own`),
    ...element.doc.flatMap(wording),
    ...compare('attr', of('attr'), new Set(element.attributes), [...attributes, ...everyElements]),
    ...compare('event', of('event'), code.event, baseEvents),
    ...compare('slot', of('slot'), code.slot),
    ...compare('csspart', of('csspart'), code.csspart),
    ...compare('cssstate', of('cssstate'), code.cssstate),
    ...compare('cssproperty', of('cssproperty'), code.cssproperty),
  ];
}

/** Files an element's folder has to hold, and the file that registers its tag. Styles stand in files of their own. */
export function missingFiles(name: string, paths: ReadonlySet<string>): string[] {
  const folder = `src/elements/${name}`;
  const wanted = [
    ...[`${name}.ts`, `${name}.test.ts`, 'README.md', 'README.zh-CN.md'].map(file => `${folder}/${file}`),
    `src/define/qun-${name}.ts`,
  ];
  const hasStyles = [...paths].some(path => path.startsWith(`${folder}/`) && path.endsWith('.css.ts'));
  return [...wanted.filter(path => !paths.has(path)), ...(hasStyles ? [] : [`${folder}/*.css.ts`])];
}
