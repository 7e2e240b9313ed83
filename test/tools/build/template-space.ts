/**
 * Takes indentation and comments out of html`` and css`` templates. It changes nothing a browser could see: runs of
 * white space become one space, never none between two pieces of text, and CSS ships as it was written and tested.
 * (A CSS optimiser would merge `top`, `right`, `bottom`, `left` into `inset` and fold fallbacks, which our floor needs.)
 */
import ts from 'typescript';
import type { Edit } from './edits.js';

/** Stands for `${…}` while a template is one text. Private use, so no source contains it. */
const hole = '\uE000';

export function shrinkCss(css: string): string {
  const strings: string[] = [];
  const kept = css
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replace(
      /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)'"]*\)/g,
      text => `\uE001${strings.push(text) - 1}\uE002`,
    );
  const small = kept
    .replace(/\s+/g, ' ')
    // An empty custom property is valid in old browsers only with a space in it.
    .replace(/(--[\w-]+): ?(?=[;}])/g, '$1:\uE003')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: (?=[^;}])/g, ':')
    .replace(/\( | (?=[)!])/g, space => space.trim())
    .replace(/([:,( -])0\.(?=\d)/g, '$1.')
    .replace(/;+}/g, '}');
  return small
    .trim()
    .replaceAll('\uE003', ' ')
    .replace(/\uE001(\d+)\uE002/g, (_, i) => strings[Number(i)] ?? '');
}

export function shrinkHtml(html: string): string {
  const texts: string[] = [];
  const kept = html.replace(
    /(<(pre|textarea)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>)([^]*?)(?=<\/\2)/gi,
    (_, tag: string, __, text: string) => `${tag}\uE001${texts.push(text) - 1}\uE002`,
  );
  return (
    kept
      // A comment with an expression in it counts for Lit's part numbering, so it stays.
      .replace(/<!--[^]*?-->/g, comment => (comment.includes(hole) ? comment : ''))
      .replace(/\s+/g, ' ')
      // Only inside a tag; the space before "/>" ends an unquoted attribute and has to stay.
      .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*? >/gi, tag => `${tag.slice(0, -2)}>`)
      .replace(/\uE001(\d+)\uE002/g, (_, i) => texts[Number(i)] ?? '')
  );
}

const shrinkers: Readonly<Record<string, (text: string) => string>> = {
  css: shrinkCss,
  html: shrinkHtml,
  svg: shrinkHtml,
};

/** The literal pieces of a template, each without its delimiters. */
function piecesOf(template: ts.TemplateLiteral, source: ts.SourceFile): { start: number; end: number }[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) {
    return [{ start: template.getStart(source) + 1, end: template.end - 1 }];
  }
  const { head, templateSpans } = template;
  return [
    { start: head.getStart(source) + 1, end: head.end - 2 },
    ...templateSpans.map(({ literal }) => ({
      start: literal.getStart(source) + 1,
      end: literal.end - (ts.isTemplateTail(literal) ? 1 : 2),
    })),
  ];
}

/** The edits that shrink every tagged template of one file. Throws where a template would lose an expression. */
export function shrinkTemplates(source: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    const shrink =
      ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && shrinkers[node.tag.text];
    if (shrink) {
      const pieces = piecesOf(node.template, source);
      const before = pieces.map(({ start, end }) => source.text.slice(start, end)).join(hole);
      const after = shrink(before).split(hole);
      if (after.length !== pieces.length)
        throw new Error(`${source.fileName}: a template lost an expression.`);
      pieces.forEach((piece, i) => edits.push({ ...piece, text: after[i] ?? '' }));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits;
}
