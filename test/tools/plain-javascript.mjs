// The TypeScript of the project as plain JavaScript, under test/results/js/: a test file that Node reads as it is starts
// in a fifth of the time that a loader needs which translates every module of every process anew.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './install.mjs';

export { root };

const FOLDERS = ['src', 'demo', 'docs', 'test'];
const NOT = new Set(['node_modules', 'test/results', 'dist']);
const HOME = 'test/results/js';

/** Where the JavaScript of a source file is, relative to the project. */
export const plainOf = path => `${HOME}/${path.replace(/\.ts$/, '.js')}`;

/** The source file of a path that plainOf() gave; other paths as they are. */
export const sourceOf = path =>
  path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1).replace(/\.js$/, '.ts') : path;

const slashes = path => path.split(sep).join('/');
const wanted = name => (name.endsWith('.ts') && !name.endsWith('.d.ts')) || name.endsWith('.mjs');

function walk(folder, fits) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT.has(entry.name) || NOT.has(path) ? [] : walk(path, fits);
    return fits(entry.name) ? [path] : [];
  });
}

/** The nearest whole millisecond of a file's last change, or undefined where there is no file: a copied time is off by less. */
const changed = path => {
  const at = statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;
  return at === undefined ? undefined : Math.round(at);
};

function place(path, text) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all: another run may be reading.
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}

/** Our own entry points by name, which tsconfig leads to their sources; relative to a file of this path. */
function withOwnNames(code, path, names) {
  return code.replace(/((?:from|import)\s*\(?\s*)"(qunlive[\w./-]*)"/g, (whole, before, name) => {
    const source = names[name];
    if (!source) return whole;
    const way = posix.relative(dirname(plainOf(path)), plainOf(source));
    return `${before}"${way.startsWith('.') ? way : `./${way}`}"`;
  });
}

async function translate(path, { transform, names }) {
  const address = pathToFileURL(join(root, path)).href;
  const text = readFileSync(join(root, path), 'utf8');
  const { code, map } = await transform(text, {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'esm',
    target: 'node20',
    platform: 'node',
    sourcefile: join(root, path),
    sourcemap: 'external',
    sourcesContent: false,
    // What a file finds beside itself stays beside its source.
    define: {
      'import.meta.url': JSON.stringify(address),
      'import.meta.dirname': JSON.stringify(dirname(join(root, path))),
      'import.meta.filename': JSON.stringify(join(root, path)),
    },
    tsconfigRaw: {
      compilerOptions: {
        experimentalDecorators: true,
        useDefineForClassFields: false,
        verbatimModuleSyntax: true,
      },
    },
  });
  const plain = plainOf(path);
  place(`${plain}.map`, map);
  place(plain, `${withOwnNames(code, path, names)}//# sourceMappingURL=${posix.basename(plain)}.map\n`);
  const { atime } = statSync(join(root, path));
  utimesSync(join(root, plain), atime, new Date(changed(path)));
}

/** The names of our entry points that tsconfig.json leads to sources. */
function ownNames() {
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
  return Object.fromEntries(Object.entries(paths).map(([name, [to]]) => [name, to.replace(/^\.\//, '')]));
}

/** Brings test/results/js/ in line with the sources; what has not changed since is left as it is. */
export async function writePlainJavaScript() {
  const atTop = readdirSync(root).filter(name => name.endsWith('.ts'));
  const sources = [...atTop, ...FOLDERS.flatMap(folder => walk(folder, wanted))];
  const stale = sources.filter(path => changed(plainOf(path)) !== changed(path));
  if (stale.length > 0) {
    const { transform } = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))(
      'esbuild',
    );
    const names = ownNames();
    await Promise.all(stale.map(path => translate(path, { transform, names })));
  }
  const known = new Set(sources.map(plainOf));
  for (const path of walk(HOME, name => /\.m?js$/.test(name))) {
    if (known.has(path)) continue;
    rmSync(join(root, path), { force: true });
    rmSync(join(root, `${path}.map`), { force: true });
  }
}

/** A file's absolute path as the project says it: relative, of the source, with forward slashes. */
export const shortOf = file => sourceOf(slashes(relative(root, file)));

/** A stack's places in translated files as those of their sources. */
export function withSources(stack) {
  return stack.replace(/(file:\/\/[^\s():]+):(\d+):(\d+)/g, (place, address, line, column) => {
    const file = fileURLToPath(address);
    const path = slashes(relative(root, file));
    if (sourceOf(path) === path) return place;
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    const { originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    const source = pathToFileURL(join(root, sourceOf(path))).href;
    return originalLine === undefined ? source : `${source}:${originalLine + 1}:${originalColumn + 1}`;
  });
}
