import ts from 'typescript';
import type { SourceFile } from './tree.js';

/** One tagged template: its tag, its text with `hole` for every expression, and where it stands. */
export interface Template {
  readonly tag: string;
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

/** What an expression is in the text of a template. */
export const hole = '\u2022';

function textOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(span => hole + span.literal.text).join('');
}

/** Every html``, svg`` and css`` of a file, nested ones on their own. */
export function templatesOf({ path, text }: SourceFile): Template[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Template[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ tag: node.tag.text, text: textOf(node.template), path, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Names and member names a file uses, with their lines; words in comments and strings are none. */
export function namesOf({ path, text }: SourceFile): { name: string; line: number }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { name: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ name: node.text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
