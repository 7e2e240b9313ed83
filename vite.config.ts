/**
 * The library's builds, one per mode: `npm run build` runs them all (test/tools/build.mjs).
 *
 * | mode    | makes                     | for                                                     |
 * |---------|---------------------------|---------------------------------------------------------|
 * | classic | qunlive.js                | merchants: one classic script, engine fetched if needed |
 * | full    | qunlive.full.js           | H5 shells: the same with the engine inside              |
 * | host    | qunlive-host.js           | the merchant's staff: the host desk                     |
 * | engine  | qunlive-hls.js            | what classic and host fetch from beside themselves      |
 * | whole   | qunlive-hls-full.js       | the same, and full, where a stream needs hls.js's full build |
 * | esm     | esm/                      | npm developers: an entry per element, dependencies left out, so that a shop's bundler can share them |
 * | server  | server/                   | the room server and its command                         |
 */
import { basename, join, relative } from 'node:path';
import { defineConfig, type Plugin, type InlineConfig } from 'vite';
import { partsAlong } from './test/tools/build/along.js';
import { classicChunks } from './test/tools/build/classic-chunks.js';
import { packagesAsGuests } from './test/tools/build/as-guest.js';
import { pageSource, sourceFiles } from './test/tools/build/page-source.js';

const root = import.meta.dirname;
const src = join(root, 'src');

/**
 * Chromium 87, Safari 14 and Firefox 102 all run ES2020. Naming them here would lower every `?.` as well, for a fault
 * of Chromium before 91 with a spread in such a call; test/floor.test.ts holds that no such call is made.
 */
export const pageTarget = 'es2020';

/** hls.js's builds, and the files they become beside our scripts. */
const engines = { 'hls.js/light': 'qunlive-hls.js', 'hls.js': 'qunlive-hls-full.js' } as const;

/** Turns the import of an engine into one of the sibling file. */
const beside = (name: keyof typeof engines): Plugin => ({
  name: `qunlive:${name}-beside`,
  enforce: 'pre',
  resolveId: id => (id === name ? { id: `./${engines[name]}`, external: true } : null),
});
const enginesBeside = [beside('hls.js/light'), beside('hls.js')];

/** A module that exists only during a build. */
export function virtualEntry(name: string, code: string): Plugin {
  const id = `\0${name}`;
  return {
    name: `qunlive:${name}`,
    resolveId: source => (source === name ? id : null),
    load: wanted => (wanted === id ? { code, moduleSideEffects: true } : null),
  };
}

/** On a busy machine every plugin is slow; that is no fault of the build. */
const quiet = { checks: { pluginTimings: false } };

const page = (): InlineConfig => ({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [pageSource(src)],
});

/** The one name we take on a page, and only where nobody has it: a second copy leaves the first one's in place. */
const named = (entry: string): string => `
  import * as kit from ${JSON.stringify(join(src, entry))};
  try {
    if (!globalThis.Qunlive) globalThis.Qunlive = kit;
  } catch {}`;

const unnamed = (entry: string): string => `import ${JSON.stringify(join(src, entry))};`;

const sourcesOf = (...paths: string[]): RegExp => new RegExp(`/src/(${paths.join('|')})\\.ts$`);

/** What the late parts of either script share. */
const late = [
  'base/(keyboard|seen)-controller',
  'core/(claim-state|clean-text|closes-at|fold|own-comments|quote)',
  'elements/live-room/(around\\.css|float-offers|heights|talk-first|words-height)',
  'i18n/bring-words',
  'platform/(copy-text|deep-focus|environment|within)',
  'protocol/(control-events|parse-control|show)',
  'stores/(\\w+-)?actions',
];

/** What the shop and the elements that come after it share. The host's desk has most of it from the start. */
const trade = [
  'base/(clock-figures|float-layer|keyed-list|modal|money-text|open-product|product-card|render-(float-layer|picture))',
  'base/turn-controller',
  'core/(format-money|product-offer|rush|sale-phase|still-needs)',
  'events/qun-(meet-condition|open-product|seek|sheet-resize|sign-in)-event',
  'i18n/(shop-messages|locales/(en|zh-cn)-shop)',
  'platform/host-app',
  'styles/((dialog|empty|layer|product-card)\\.css|shop-drawings)',
];

/** A classic script, and beside it, unless all is to be in one file, what is not needed at first. */
function classic(code: string, file: string, plugins: Plugin[], common?: RegExp): InlineConfig {
  const base = page();
  const entry: Plugin = {
    ...virtualEntry('qunlive-classic', code),
    // It registers elements, whatever package.json says of the sources.
    transform: (_, id) => (/\/src\/qunlive[\w-]*\.ts$/.test(id) ? { moduleSideEffects: true } : null),
  };
  return {
    ...base,
    plugins: [partsAlong, ...(base.plugins ?? []), entry, packagesAsGuests, ...plugins, classicChunks(file)],
    build: {
      target: pageTarget,
      outDir: 'dist',
      emptyOutDir: false,
      minify: 'oxc',
      // Library mode, since Vite adds its preloading of pages to anything else.
      lib: { entry: 'qunlive-classic', formats: ['es'], fileName: () => file },
      rolldownOptions: {
        ...quiet,
        input: 'qunlive-classic',
        preserveEntrySignatures: false,
        output: {
          minify: true,
          chunkFileNames: ({ name }) =>
            `${name.startsWith('qunlive-') ? '' : file.replace('.js', '-')}${name}.js`,
          // What several late parts share goes into one file, rather than each into one of its own.
          codeSplitting: common !== undefined && {
            groups: [{ name: 'common', test: common }],
            includeDependenciesRecursively: false,
          },
        },
      },
    },
  };
}

function engine(name: keyof typeof engines): InlineConfig {
  const base = page();
  const entry = virtualEntry('qunlive-engine', `export * from '${name}'; export { default } from '${name}';`);
  return {
    ...base,
    plugins: [entry],
    build: {
      target: pageTarget,
      outDir: 'dist',
      emptyOutDir: false,
      lib: { entry: 'qunlive-engine', formats: ['es'], fileName: () => engines[name] },
      // Vite leaves white space in module output unless the output itself says otherwise.
      rolldownOptions: { ...quiet, input: 'qunlive-engine', output: { minify: true } },
    },
  };
}

/** Where a source file stands in dist/esm: as in src, but an element's class and the protocol get short paths. */
export function modulePath(file: string): string {
  const path = relative(src, file).replaceAll('\\', '/').replace(/\.ts$/, '.js');
  if (path.startsWith('..')) return `compiler/${basename(path)}`;
  if (path === 'protocol/index.js') return 'protocol.js';
  return path.replace(/^elements\/([^/]+)\/\1\.js$/, 'elements/$1.js');
}

/** The sources that package.json's exports lead to. */
export function moduleEntries(): string[] {
  const entries = sourceFiles(src).filter(file =>
    /^(define\/qun-[^/]+|elements\/[^/]+)\.js$/.test(modulePath(file)),
  );
  return [
    ...entries,
    ...['qunlive.ts', 'room.ts', 'format.ts', 'protocol/index.ts'].map(file => join(src, file)),
  ];
}

/** Anything that is not a path is somebody's package, except the compiler's own helpers. */
const isPackage = (id: string): boolean =>
  /^[^./\0]/.test(id) && !id.startsWith('@oxc-project/') && !id.startsWith(root) && !/^[a-z]:/i.test(id);

function esm(): InlineConfig {
  const { define: _, ...base } = page();
  return {
    ...base,
    build: {
      target: pageTarget,
      outDir: 'dist/esm',
      emptyOutDir: true,
      minify: false,
      lib: { entry: moduleEntries(), formats: ['es'] },
      rolldownOptions: {
        ...quiet,
        external: isPackage,
        // A file per module: what package.json calls free of side effects is told by path.
        output: { preserveModules: true, entryFileNames: chunk => modulePath(chunk.facadeModuleId ?? '') },
      },
    },
  };
}

function server(): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: true,
      outDir: 'dist/server',
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        ...quiet,
        input: {
          cli: join(src, 'server/cli.ts'),
          index: join(src, 'server/index.ts'),
          faults: join(src, 'faults/index.ts'),
          conformance: join(src, 'conformance/index.ts'),
        },
        external: isPackage,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/** A module as a page would pay for it: every dependency inside, minified, what is fetched later in files of its own. */
export function bundled(name: string, code: string): InlineConfig {
  const base = page();
  return {
    ...base,
    plugins: [...(base.plugins ?? []), ...enginesBeside, virtualEntry(name, code)],
    build: {
      target: pageTarget,
      write: false,
      lib: { entry: name, formats: ['es'], fileName: name },
      rolldownOptions: { ...quiet, input: name, output: { minify: true } },
    },
  };
}

export const modes = {
  classic: () => classic(named('qunlive.ts'), 'qunlive.js', enginesBeside, sourcesOf(...late, ...trade)),
  full: () => classic(named('qunlive.ts'), 'qunlive.full.js', [beside('hls.js')]),
  host: () => classic(unnamed('qunlive-host.ts'), 'qunlive-host.js', enginesBeside, sourcesOf(...late)),
  engine: () => engine('hls.js/light'),
  whole: () => engine('hls.js'),
  esm,
  server,
} satisfies Record<string, () => InlineConfig>;

export default defineConfig(({ mode }) => {
  if (!Object.hasOwn(modes, mode)) throw new Error(`Choose a mode: ${Object.keys(modes).join(', ')}.`);
  return modes[mode as keyof typeof modes]();
});
