/** Uses of the platform that Chromium 87, Safari 14.0 or Firefox 102 do not have, unless the file asks for it first. */
import ts from 'typescript';
import type { SourceFile } from './tree.js';

/** Methods that syntax cannot lower. As a call, since `at` is also a fine name for a moment. */
const methods = new Set([
  ...['at', 'hasOwn', 'replaceAll', 'findLast', 'findLastIndex', 'groupBy', 'fromAsync', 'withResolvers'],
  ...[
    'toSorted',
    'toReversed',
    'toSpliced',
    'randomUUID',
    'checkVisibility',
    'getAnimations',
    'throwIfAborted',
  ],
  ...[
    'showModal',
    'showPopover',
    'hidePopover',
    'togglePopover',
    'attachInternals',
    'requestSubmit',
    'canParse',
  ],
  ...['isWellFormed', 'toWellFormed', 'startViewTransition', 'requestVideoFrameCallback', 'canShare'],
]);

/** Methods whose name alone says too little. */
const fullNames = new Set(['AbortSignal.any', 'AbortSignal.timeout', 'navigator.share', 'Promise.try']);

/** Names that may be missing altogether. */
const things = new Set([
  ...['BroadcastChannel', 'WeakRef', 'FinalizationRegistry', 'Segmenter', 'DurationFormat', 'CSSStyleSheet'],
  ...[
    'ResizeObserver',
    'IntersectionObserver',
    'CompressionStream',
    'CloseWatcher',
    'Highlight',
    'scheduler',
  ],
  ...[
    'ManagedMediaSource',
    'VideoDecoder',
    'Temporal',
    'navigation',
    'wakeLock',
    'mediaSession',
    'userAgentData',
  ],
  ...['adoptedStyleSheets', 'virtualKeyboard', 'structuredClone', 'requestIdleCallback', 'createImageBitmap'],
]);

/** `x?.name`, `typeof name`, `'name' in x`, `name?:` in a type, `if (x.name)`: the file knows it may be missing. */
function asksFirst(name: string, text: string): boolean {
  const asked = [
    `typeof [\\w.?]*\\b${name}\\b`,
    `['"]${name}['"] in `,
    `\\b${name}\\?[.:]`,
    `\\?\\.${name}\\b`,
  ];
  return [...asked, `\\b(if|while) \\(!?[\\w.]*\\b${name}\\)`].some(one => new RegExp(one).test(text));
}

function insideTry(node: ts.Node): boolean {
  const { parent } = node as { parent?: ts.Node };
  if (!parent) return false;
  return (ts.isTryStatement(parent) && parent.tryBlock === node) || insideTry(parent);
}

const isMention = ({ parent }: ts.Node): boolean =>
  ts.isTypeNode(parent) ||
  ts.isQualifiedName(parent) ||
  ts.isTypeElement(parent) ||
  ts.isImportSpecifier(parent);

function missingCall({ expression, arguments: args }: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const name = expression.name.text;
  // Safari 14 ignores the option, and the listener then never ends.
  if (name === 'addEventListener' && /\bsignal\b/.test(args[2]?.getText() ?? '')) return 'signal';
  return methods.has(name) || fullNames.has(expression.getText()) ? name : undefined;
}

/** What this very node takes for granted. */
function needOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) return missingCall(node);
  return ts.isIdentifier(node) && things.has(node.text) && !isMention(node) ? node.text : undefined;
}

const newExpression = (node: ts.Node): boolean =>
  ts.isRegularExpressionLiteral(node) &&
  (/\(\?<[=!]/.test(node.text) || /\/[a-z]*[dv][a-z]*$/.test(node.text));

/** What page code takes for granted and must not, one line each. */
export function aboveFloor(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const need = needOf(node);
      const guarded = need === undefined || (need !== 'signal' && (insideTry(node) || asksFirst(need, text)));
      if (!guarded || newExpression(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push(`${path}:${line + 1}: ${node.getText(source).split('\n')[0]}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}
