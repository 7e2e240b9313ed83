import ts from 'typescript';
import type { SourceFile } from './tree.js';

/** One line of an element's doc comment, such as `@slot head - Beside the title.` */
export interface DocLine {
  readonly tag: string;
  /** Name of the thing; empty for the default slot. */
  readonly name: string;
  readonly defaultValue: string | undefined;
  readonly words: string;
}

/** What stands in an element's file: its class with its doc comment, and its attributes as the code has them. */
export interface ElementClass {
  readonly className: string;
  readonly summary: string;
  readonly doc: readonly DocLine[];
  readonly attributes: readonly string[];
  /** Name of the class it extends. */
  readonly parent: string;
  readonly tagNames: readonly string[];
  /** Reactive properties without a sentence of their own. */
  readonly undescribed: readonly string[];
}

/** `{type} name - words`, `[--name=default] - words`, or `- words` for the default slot. */
function docLine(tag: string, comment: string): DocLine {
  const text = comment
    .replace(/^\{[^}]*\}\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^(status|since|dependency)$/.test(tag)) return { tag, name: text, defaultValue: undefined, words: '' };
  const [, whole = '', words = ''] = /^(?:(\[.*?\]|[^\s-]\S*|--\S+) ?)?(?:- ?(.*))?$/.exec(text) ?? [
    undefined,
    text,
  ];
  const [, name = whole, defaultValue] = /^\[([^=]*)=?(.*)\]$/.exec(whole) ?? [];
  return { tag, name: name.trim(), defaultValue: defaultValue || undefined, words };
}

function isProperty(member: ts.ClassElement): boolean {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return decorators.some(({ expression }) => expression.getText().startsWith('property('));
}

function attributeOf(member: ts.ClassElement): string | undefined {
  if (!member.name || !ts.isIdentifier(member.name) || !ts.canHaveDecorators(member)) return undefined;
  for (const { expression } of ts.getDecorators(member) ?? []) {
    if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'property') continue;
    const [options] = expression.arguments;
    const entry =
      options && ts.isObjectLiteralExpression(options)
        ? options.properties.find(p => ts.isPropertyAssignment(p) && p.name.getText() === 'attribute')
        : undefined;
    const value = entry && ts.isPropertyAssignment(entry) ? entry.initializer : undefined;
    if (value?.kind === ts.SyntaxKind.FalseKeyword) return undefined;
    return value && ts.isStringLiteral(value) ? value.text : member.name.text.toLowerCase();
  }
  return undefined;
}

const commentOf = (comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string =>
  ts.getTextOfJSDocComment(comment) ?? '';

/** The tags a file says its classes are for, from `HTMLElementTagNameMap`. */
function tagNamesOf(source: ts.SourceFile): string[] {
  const block = /interface HTMLElementTagNameMap \{([^}]*)\}/.exec(source.text)?.[1] ?? '';
  return [...block.matchAll(/'([\w-]+)':/g)].map(match => match[1]!);
}

/** The exported element class of a file, or undefined where there is none. */
export function elementClass({ path, text }: SourceFile): ElementClass | undefined {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const isElement = (node: ts.Statement): node is ts.ClassDeclaration =>
    ts.isClassDeclaration(node) &&
    !!node.heritageClauses &&
    !!node.modifiers?.some(m => m.kind === ts.SyntaxKind.ExportKeyword);
  const node = source.statements.filter(isElement).at(-1);
  if (!node?.name) return undefined;
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return {
    className: node.name.text,
    summary: commentOf(comment?.comment).trim(),
    doc: (comment?.tags ?? []).map(tag => docLine(tag.tagName.text, commentOf(tag.comment))),
    attributes: node.members.flatMap(member => attributeOf(member) ?? []),
    parent: node.heritageClauses?.[0]?.types[0]?.expression.getText(source) ?? '',
    tagNames: tagNamesOf(source),
    undescribed: node.members
      .filter(member => isProperty(member) && ts.getJSDocCommentsAndTags(member).length === 0)
      .map(member => member.name?.getText(source) ?? ''),
  };
}
