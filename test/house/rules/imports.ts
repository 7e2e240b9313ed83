import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import type { SourceFile } from './tree.js';

/** For each part of the house, the parts it stands on. Within a part, files import each other freely. */
const standsOn: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  core: ['protocol'],
  transport: ['protocol', 'core'],
  stores: ['protocol', 'core', 'transport'],
  i18n: ['protocol', 'core'],
  styles: ['protocol', 'core'],
  events: ['protocol', 'core'],
  media: ['protocol', 'core'],
  platform: ['protocol', 'core'],
  cart: ['protocol', 'core'],
  poster: ['protocol', 'core'],
  base: ['protocol', 'core', 'transport', 'stores', 'i18n', 'styles', 'events', 'media', 'platform', 'cart'],
  elements: [
    ...['protocol', 'core', 'transport', 'stores', 'i18n', 'styles', 'events', 'media', 'platform'],
    ...['poster', 'base'],
  ],
  define: [
    ...['protocol', 'core', 'transport', 'stores', 'i18n', 'styles', 'events', 'media', 'platform'],
    ...['poster', 'base', 'elements'],
  ],
  faults: ['protocol', 'core'],
  conformance: ['protocol', 'core'],
  server: ['protocol', 'core', 'faults', 'conformance'],
};

/** What a bundle is made of may name any part of the page, and nothing of the server. */
const ofBundles = Object.keys(standsOn).filter(part => !['server', 'faults', 'conformance'].includes(part));

/** The parts that may import a package. A package that is not here needs a reason in writing before it gets a line. */
const packages: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^valibot$/, ['protocol', 'transport', 'cart', 'server', 'faults', 'conformance']],
  [/^lean-qr(\/|$)/, ['poster']],
  [/^nanostores$/, ['stores', 'base', 'elements']],
  [/^(lit|@lit)(\/|$)/, ['styles', 'base', 'elements']],
  [/^node:/, ['server', 'faults', 'conformance']],
  [/^(fastify$|@fastify\/|jose$|@photostructure\/sqlite$|ioredis$|prom-client$)/, ['server']],
];

const engine = 'src/media/fetch-hls.ts';
/** A shop that does not share by WeCom has not installed its package. */
const weCom = 'src/platform/wecom.ts';

interface Import {
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every module a file names, in `import`, `export … from`, `import()` and `import('…').Type`. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ to: node.text, typeOnly });
  };
  const allTypes = (names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean =>
    !!names && (ts.isNamedImports(names) || ts.isNamedExports(names)) && names.elements.length > 0
      ? names.elements.every(element => element.isTypeOnly)
      : false;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { importClause: clause } = node;
      const typeOnly = !!clause && (clause.isTypeOnly || (!clause.name && allTypes(clause.namedBindings)));
      add(node.moduleSpecifier, typeOnly);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

const partOf = (path: string): string => (/^src\/[^/]+$/.test(path) ? 'bundle' : (path.split('/')[1] ?? ''));

function faultOfPath(from: string, { to, typeOnly }: Import): string | undefined {
  if (!to.endsWith('.js') && !to.endsWith('.mjs')) return 'ends without .js';
  const target = join(dirname(from), to);
  if (!target.startsWith('src/')) return 'leaves src';
  const [part, other] = [partOf(from), partOf(target)];
  const allowed = part === 'bundle' ? ['bundle', ...ofBundles] : [part, ...(standsOn[part] ?? [])];
  // An event may say which room it speaks of, and what will stand on a poster.
  if (typeOnly && part === 'events' && ['stores', 'poster'].includes(other)) return undefined;
  if (!allowed.includes(other)) return `${part} does not stand on ${other}`;
  const [element, otherElement] = [from, target].map(path => path.split('/')[2]);
  const between = part === 'elements' && other === 'elements' && element !== otherElement;
  return between && !typeOnly ? 'an element imports another only as a type' : undefined;
}

function faultOfPackage(from: string, { to }: Import): string | undefined {
  if (to === '@wecom/jssdk') return from === weCom ? undefined : `only ${weCom} names WeCom's package`;
  if (to === 'hls.js' || to.startsWith('hls.js/'))
    return from === engine ? undefined : `only ${engine} names hls.js`;
  const owner = packages.find(([name]) => name.test(to));
  if (!owner) return 'a package that no part of the house may use';
  return owner[1].includes(partOf(from)) ? undefined : `${partOf(from)} does not use this package`;
}

/** What is wrong with the imports of the project's own code, one line each. */
export function wrongArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap(file =>
    importsOf(file).flatMap(found => {
      const fault = (found.to.startsWith('.') ? faultOfPath : faultOfPackage)(file.path, found);
      return fault ? [`${file.path}: ${found.to}: ${fault}`] : [];
    }),
  );
}

/** Demo and docs are written as a stranger would: what they name of ours is what the package exports. */
export function privateEntries(files: readonly SourceFile[]): string[] {
  return files.flatMap(file =>
    importsOf(file)
      .filter(({ to }) => to.startsWith('.') && join(dirname(file.path), to).startsWith('src/'))
      .map(({ to }) => `${file.path}: ${to}: use what the package exports`),
  );
}
