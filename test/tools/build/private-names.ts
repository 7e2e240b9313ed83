/**
 * `#x` must be lowered for Safari 14.0, and every lowering there is pays a WeakMap and a helper call for each access.
 * So the build gives private members plain short names instead; the type checker has already kept others away.
 *
 * Names are shared by all classes that are equally far from their root (`$0a` in every class without a parent of
 * ours, `$1a` in their children): two classes of one chain never meet in a name, and gzip sees few different words.
 */
import ts from 'typescript';
import type { Edit } from './edits.js';

interface ClassFacts {
  readonly file: string;
  /** Name of the class of ours it extends; undefined where there is none, null where that is an expression. */
  readonly parent: string | null | undefined;
}

type ClassTable = ReadonlyMap<string, readonly ClassFacts[]>;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (n: number): string => (n < 26 ? '' : word(Math.floor(n / 26) - 1)) + letters.charAt(n % 26);

/** Parents that are nobody's class of ours. Any other name that is neither ours nor imported is a variable. */
const builtIn = /^(HTML\w*Element|Event|CustomEvent|EventTarget|Error|\w+Error|Map|Set|Array|Promise)$/;

/** What an imported name is called where it comes from; null where it comes from a package. */
function importedName(name: string, source: ts.SourceFile): string | null | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { name: whole, namedBindings } = statement.importClause ?? {};
    const specifiers = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
    const specifier = specifiers.find(one => one.name.text === name);
    if (!specifier && whole?.text !== name) continue;
    return statement.moduleSpecifier.text.startsWith('.')
      ? (specifier?.propertyName ?? specifier?.name)?.text
      : null;
  }
  return undefined;
}

function parentOf(node: ts.ClassLikeDeclaration): string | null | undefined {
  const clause = node.heritageClauses?.find(c => c.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  if (!clause) return undefined;
  if (!ts.isIdentifier(clause.expression)) return null;
  const name = clause.expression.text;
  const imported = importedName(name, node.getSourceFile());
  if (imported === null || builtIn.test(name)) return undefined;
  return imported ?? name;
}

function eachClass(node: ts.Node, visit: (node: ts.ClassLikeDeclaration) => void): void {
  if (ts.isClassLike(node)) visit(node);
  ts.forEachChild(node, child => eachClass(child, visit));
}

/** Every class of the sources by name. Names that stand twice keep all their owners. */
export function classTable(sources: readonly ts.SourceFile[]): ClassTable {
  const table = new Map<string, ClassFacts[]>();
  for (const source of sources) {
    eachClass(source, node => {
      const name = node.name?.text ?? '';
      const facts = { file: source.fileName, parent: parentOf(node) };
      table.set(name, [...(table.get(name) ?? []), facts]);
    });
  }
  return table;
}

/** Steps to the root among our classes, or undefined where that cannot be told from names alone. */
function depthOf(
  parent: string | null | undefined,
  table: ClassTable,
  seen: readonly string[] = [],
): number | undefined {
  if (parent === undefined) return 0;
  if (parent === null || seen.includes(parent)) return undefined;
  const owners = table.get(parent);
  if (!owners) return undefined;
  const depths = owners.map(owner => depthOf(owner.parent, table, [...seen, parent]));
  if (depths.includes(undefined)) return undefined;
  return Math.max(...(depths as number[])) + 1;
}

function privateNames(node: ts.ClassLikeDeclaration): string[] {
  const names = node.members.flatMap(m => (m.name && ts.isPrivateIdentifier(m.name) ? [m.name.text] : []));
  return [...new Set(names)];
}

/** A layer of its own for a class whose parent is an expression, the same in every build. */
function lonelyLayer(file: string, position: number): string {
  let hash = position;
  for (const char of file) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return `_${hash.toString(36)}_`;
}

/**
 * The edits that give the private members of one file plain names.
 * Throws on `#x in object`, which asks for true privacy and cannot be renamed.
 */
export function renamePrivates(source: ts.SourceFile, table: ClassTable): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node, scopes: readonly ReadonlyMap<string, string>[]): void => {
    let inner = scopes;
    if (ts.isClassLike(node)) {
      const depth = depthOf(parentOf(node), table);
      const layer = depth === undefined ? lonelyLayer(source.fileName, node.pos) : String(depth);
      inner = [new Map(privateNames(node).map((name, i) => [name, `$${layer}${word(i)}`])), ...scopes];
    }
    if (ts.isPrivateIdentifier(node)) {
      if (ts.isBinaryExpression(node.parent))
        throw new Error(`${source.fileName}: "${node.text} in …" cannot be renamed.`);
      const text = inner.find(scope => scope.has(node.text))?.get(node.text);
      if (text === undefined) throw new Error(`${source.fileName}: ${node.text} is declared nowhere.`);
      edits.push({ start: node.getStart(source), end: node.end, text });
    }
    ts.forEachChild(node, child => visit(child, inner));
  };
  visit(source, []);
  return edits;
}
