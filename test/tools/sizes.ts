/**
 * npm run sizes — what a page pays, in bytes after gzip -9, against the budgets in test/sizes.json.
 *
 * The files of dist/ count as they are. The ES entries leave their dependencies to the shop's bundler, so their own
 * bytes would flatter: they count bundled and minified with all they need (Lit, nanostores, valibot as used), the way a
 * browser pays for them before it can show them. What is imported later, when there is something to show or somebody
 * acts, is in files of its own and does not count here; `qunlive-….js` beside `qunlive.js` are those files of the classic
 * build. A row of its own says what of the five elements is our own code, without the packages.
 *
 * Needs dist/. Writes the measured sizes into the table; a budget is raised by hand, with a reason, or not at all.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bundled, moduleEntries, modulePath } from '../../vite.config.js';
import { root } from './install.mjs';

export interface Budget {
  /** Most bytes it may have after gzip -9. */
  readonly max: number;
  /** What it had when the table was written. */
  readonly gz: number;
}

const table = join(root, 'test/sizes.json');

/** The five a room cannot do without, which one number of their own holds together. */
const five = ['live-player', 'product-carousel', 'coupon-grab', 'comment-stream', 'share-to-group'];

export const budgets = (): Record<string, Budget> =>
  JSON.parse(readFileSync(table, 'utf8')) as Record<string, Budget>;

const gzipped = (code: string | Uint8Array): number => gzipSync(code, { level: 9 }).length;

const importing = (paths: readonly string[]): string =>
  paths.map(path => `export * from ${JSON.stringify(path)};`).join('\n');

/** What package.json brings to a page. */
const packages = /^(@lit|lit|lit-\w+|nanostores|valibot)($|\/)/;

async function bundledSize(name: string, code: string, external?: RegExp): Promise<number> {
  const config = bundled(name, code);
  config.build!.rolldownOptions = {
    ...config.build!.rolldownOptions,
    // As in a page's own bundle, which offers nothing to others: what its parts share stays in its first file.
    preserveEntrySignatures: 'allow-extension',
    // What is put into one file on purpose here.
    checks: { pluginTimings: false, ineffectiveDynamicImport: false },
    ...(external && { external }),
  };
  const [result] = [await build(config)].flat();
  if (!result || !('output' in result)) throw new Error(`${name} was not built`);
  const chunks = new Map(result.output.flatMap(one => (one.type === 'chunk' ? [[one.fileName, one]] : [])));
  const needed = new Set([...chunks.values()].filter(chunk => chunk.isEntry).map(chunk => chunk.fileName));
  // A set grows while it is walked: what an entry imports, and what that imports.
  for (const file of needed) chunks.get(file)?.imports.forEach(next => needed.add(next));
  return [...needed].reduce((sum, file) => sum + gzipped(chunks.get(file)?.code ?? ''), 0);
}

/**
 * What a player has beyond any element of a room until its picture moves and can be steered: the element, what keeps a
 * stream coming, and the bar. The engine is counted by its own file; what is fetched when a viewer asks for it by its own.
 */
async function playerAboveRoom(): Promise<number> {
  const room = [join(root, 'src/define/qun-room.ts')];
  const parts = ['define/qun-live-player.ts', 'media/playback.ts', 'elements/live-player/controls.ts'];
  const both = [...room, ...parts.map(part => join(root, 'src', part))];
  const sizes = [both, room].map(paths => bundledSize('qunlive-player', importing(paths), /^hls\.js/));
  const [withPlayer = 0, without = 0] = await Promise.all(sizes);
  return withPlayer - without;
}

/** Name → bytes after gzip -9, of every file a page loads and every entry of dist/esm. */
export async function measureAll(): Promise<Map<string, number>> {
  const files = readdirSync(join(root, 'dist')).filter(name => name.endsWith('.js'));
  const sizes = new Map(files.sort().map(name => [name, gzipped(readFileSync(join(root, 'dist', name)))]));
  const entries = new Map(moduleEntries().map(path => [modulePath(path), path]));
  for (const [name, path] of entries) {
    // A define file is its class and a line more.
    if (!name.startsWith('elements/'))
      sizes.set(`esm/${name}`, await bundledSize('qunlive-entry', importing([path])));
  }
  const pathOf = (name: string): string => {
    const path = entries.get(name);
    if (!path) throw new Error(`There is no ${name}.`);
    return path;
  };
  const together = [...five.map(name => pathOf(`define/qun-${name}.js`)), pathOf('room.js')];
  const all = 'esm: five elements and the room';
  sizes.set(all, await bundledSize('qunlive-five', importing(together)));
  sizes.set(`${all}, our own code`, await bundledSize('qunlive-five', importing(together), packages));
  return sizes.set('esm: a player that plays and its bar, above a room', await playerAboveRoom());
}

/** The table with new measurements: known budgets stay, a new entry gets its size and a tenth more. */
export function updated(
  old: Record<string, Budget>,
  sizes: ReadonlyMap<string, number>,
): Record<string, Budget> {
  const roomFor = (gz: number): number => Math.ceil((gz * 1.1) / 100) * 100;
  return Object.fromEntries(
    [...sizes].map(([name, gz]) => [name, { max: old[name]?.max ?? roomFor(gz), gz }]),
  );
}

async function main(): Promise<void> {
  const old = budgets();
  const now = updated(old, await measureAll());
  writeFileSync(table, `${JSON.stringify(now, null, 2)}\n`);
  for (const [name, { max, gz }] of Object.entries(now)) {
    const change = gz - (old[name]?.gz ?? gz);
    const mark = gz > max ? '  over budget' : '';
    console.log(
      `${name.padEnd(40)} ${String(gz).padStart(7)} of ${String(max).padStart(7)}  ${change < 0 ? '' : '+'}${change}${mark}`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
