import { median } from '../stats.js';
import type { Comparison } from './compare.js';
import type { Contest } from './contenders.js';
import type { Run } from './measure.js';

/** The medians of some runs. */
export type Middle = { readonly [Key in keyof Run]-?: number };

const keys = [
  'fps',
  'drawn',
  'smooth',
  'longest',
  'main',
  'script',
  'layout',
  'last',
  'elements',
  'heap',
  'overlaps',
  'shown',
  'skipped',
  'messages',
  'told',
  'all',
] as const;

/** Of what was not seen in a run, NaN. */
export function middle(runs: readonly Run[]): Middle {
  const of = (key: keyof Run) => median(runs.flatMap(run => run[key] ?? []));
  return Object.fromEntries(keys.map(key => [key, of(key)])) as unknown as Middle;
}

/** Main-thread time beyond that of the empty page beside it, ms a second. */
export const added = (run: Middle, empty: Middle): number => Math.max(0, run.main - empty.main);

const text = (value: number, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

export function rowsOf(set: Contest, { runs, empty }: Comparison): string[][] {
  const base = middle(empty);
  const head = ['page', 'frames/s', 'drawn/s', '≤ 17 ms', 'longest ms', 'main thread ms/s', 'beyond empty'];
  head.push('script', 'style, layout', 'elements', 'heap MB');
  head.push(...(set.title === 'list' ? ['last shown ms'] : ['shown', 'overlaps', 'skipped, as told']));
  const row = (name: string, one: Middle) => [
    name,
    text(one.fps, 1),
    text(one.drawn, 1),
    `${text(one.smooth * 100, 1)} %`,
    text(one.longest),
    text(one.main),
    name === set.empty ? '' : text(added(one, base)),
    text(one.script),
    text(one.layout),
    text(one.elements),
    text(one.heap / 1e6, 1),
    ...(name === set.empty
      ? head.slice(11).map(() => '')
      : set.title === 'list'
        ? [text(one.last)]
        : [text(one.shown), text(one.overlaps), text(one.skipped)]),
  ];
  return [head, row(set.empty, base), ...[...runs].map(([name, all]) => row(name, middle(all)))];
}
