// What `npm test` is made of. A stage names its files, what it needs first, how much of two cores it fills, and whether
// its tests race with real time (second-try.mjs).
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { plainOf } from './plain-javascript.mjs';

const bin = path => join(root, 'node_modules', path);

/** Every `*.test.ts` under the folders, relative and with forward slashes, in a stable order. */
export function testsUnder(...folders) {
  const walk = folder =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path);
      return entry.name.endsWith('.test.ts') ? [path] : [];
    });
  const there = folders.filter(folder => readdirSync(root).includes(folder.split('/')[0]));
  return there
    .flatMap(folder => {
      try {
        return walk(folder);
      } catch (error) {
        if (error.code === 'ENOENT') return [];
        throw error;
      }
    })
    .sort();
}

const nodeTests =
  ({ atOnce = 2, timeoutS = 120 } = {}) =>
  files =>
    files.length === 0
      ? []
      : [
          {
            reports: true,
            // For the programs that tests start (test/fixtures/program.ts).
            env: { QUN_PLAIN: '1' },
            args: [
              '--test',
              '--test-force-exit',
              `--test-concurrency=${atOnce}`,
              `--test-timeout=${timeoutS * 1000}`,
              `--test-reporter=${pathToFileURL(join(root, 'test/tools/reporters/node.mjs'))}`,
              '--test-reporter-destination=stdout',
              ...files.map(plainOf),
            ],
          },
        ];

const browserTests = files =>
  files.length === 0
    ? []
    : [
        {
          reports: true,
          args: [bin('@web/test-runner/dist/bin.js'), '--config', 'test/wtr.config.mjs', '--files', ...files],
        },
      ];

const inNode = ['protocol', 'core', 'transport', 'stores', 'i18n', 'cart', 'faults', 'server'];
const inBrowser = ['base', 'elements', 'styles', 'media', 'platform', 'poster', 'events', 'define'];

/** Tests right under test/, which look at what the build made. */
const ofTheBuild = () => testsUnder('test').filter(path => path.split('/').length === 2);

const elsewhere = ['house', 'tools', 'results'];

/** Every other folder of test/ that holds tests is a stage of its own, so that a new one cannot be forgotten. */
const folders = new Set(testsUnder('test').flatMap(path => path.split('/').slice(1, -1).slice(0, 1)));
const wholes = [
  'journeys',
  'hosts',
  ...[...folders].filter(name => !['journeys', 'hosts', ...elsewhere].includes(name)),
];

/** What some of them are held against. */
const programs = {
  chaos: ['redis-server'],
  conformance: ['redis-server', 'nginx'],
  segments: ['nginx', 'redis-server'],
  stores: ['redis-server'],
  trade: ['redis-server'],
};

/**
 * How much of the two cores a stage fills; one where nothing is said. What mostly waits, for servers that come back, takes a
 * half. Players wait too, and yet want a core of their own: their tests live by the clock.
 */
const cores = { build: 0.5, soak: 0.5, trade: 0.5 };

/** The longest first, so that what is left at the end is short. */
const order = ['browser', 'build', 'faults', 'soak', 'trade', 'journeys', 'unit', 'lint', 'hosts', 'format'];

const all = [
  { name: 'build', commands: () => [{ name: 'npm run build', args: ['test/tools/build.mjs'] }] },
  { name: 'lint', commands: () => [{ reports: true, args: ['test/tools/check-sources.mjs'] }] },
  {
    name: 'format',
    commands: () => [
      {
        name: 'prettier',
        args: [
          bin('prettier/bin/prettier.cjs'),
          ...['--check', '--log-level=warn', '--cache', '--cache-strategy=content'],
          '--cache-location=test/results/prettier',
          '.',
        ],
      },
    ],
  },
  {
    name: 'unit',
    required: true,
    files: () => testsUnder(...inNode.map(name => `src/${name}`), 'demo', 'docs'),
    commands: nodeTests(),
  },
  {
    name: 'house',
    required: true,
    needs: ['build'],
    files: () => testsUnder('test/house', 'test/tools'),
    commands: nodeTests(),
  },
  { name: 'sizes', required: true, needs: ['build'], files: ofTheBuild, commands: nodeTests() },
  {
    name: 'browser',
    required: true,
    browser: true,
    races: true,
    minutes: 8,
    // Players that wait for minutes of a stream come first, or all others wait for them in the end.
    files: () =>
      testsUnder(...inBrowser.map(name => `src/${name}`)).sort(
        (a, b) => b.startsWith('src/media/playback') - a.startsWith('src/media/playback'),
      ),
    commands: browserTests,
  },
  ...wholes.map(name => ({
    name,
    needs: ['build'],
    browser: true,
    races: true,
    programs: programs[name],
    minutes: 8,
    files: () => testsUnder(`test/${name}`),
    commands: nodeTests({ timeoutS: 240 }),
  })),
];

const rank = ({ name }) => (order.includes(name) ? order.indexOf(name) : order.length);

export const stages = all
  .map(stage => ({ ...stage, cores: cores[stage.name] ?? 1 }))
  .sort((a, b) => rank(a) - rank(b));
