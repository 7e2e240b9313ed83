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

/** Every element has these from QunElement, which documents them once. */
const inherited = { attr: ['room'], event: ['qun-error'] } as const;

const show = (tag: string, name: string): string => `@${tag} ${name || '(default)'}`;

function compare(tag: string, documented: readonly DocLine[], real: ReadonlySet<string>): string[] {
  const names = documented.map(({ name }) => name);
  const base: readonly string[] = tag === 'attr' || tag === 'event' ? inherited[tag] : [];
  return [
    ...[...real]
      .filter(name => !names.includes(name) && !base.includes(name))
      .map(name => `${show(tag, name)} is missing`),
    ...names
      .filter(name => !real.has(name) && !base.includes(name))
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

/** Where an element's doc comment and its code disagree, or the comment is not as ours are. */
export function docFaults(element: ElementClass, code: ElementCode): string[] {
  const of = (tag: string): DocLine[] => element.doc.filter(line => line.tag === tag);
  const ranks = element.doc.map(({ tag }) => order.indexOf(tag));
  return [
    ...(element.summary === '' ? ['the class has no summary'] : []),
    ...['status', 'since'].filter(tag => of(tag).length !== 1).map(tag => `@${tag} is missing`),
    ...(ranks.some((rank, i) => i > 0 && rank < ranks[i - 1]!) ? [`the order is ${order.join(', ')}`] : []),
    ...element.doc.flatMap(wording),
    ...compare('attr', of('attr'), new Set(element.attributes)),
    ...compare('event', of('event'), code.event),
    ...compare('slot', of('slot'), code.slot),
    ...compare('csspart', of('csspart'), code.csspart),
    ...compare('cssstate', of('cssstate'), code.cssstate),
    ...compare('cssproperty', of('cssproperty'), code.cssproperty),
  ];
}

/**
 * Files an element's folder has to hold, and the file that registers its tag. One without styles of its own, such as
 * a provider that shows nothing, needs no style file.
 */
export function anatomy(name: string, classText = ''): string[] {
  const styles = /static (override )?(readonly )?styles/.test(classText) ? [`${name}.css.ts`] : [];
  const files = [`${name}.ts`, ...styles, `${name}.test.ts`, 'README.md', 'README.zh-CN.md'];
  return [...files.map(file => `src/elements/${name}/${file}`), `src/define/qun-${name}.ts`];
}
