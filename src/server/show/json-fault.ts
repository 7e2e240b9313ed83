/** Where a text stops being JSON. Lines and columns count from 1. */
export interface JsonFault {
  line: number;
  column: number;
  message: string;
}

const space = /[\t\n\r ]*/y;
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

class Fault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * The first fault, found by reading along. JSON.parse knows it too, but says so differently in every Node and often
 * without the place.
 */
export function jsonFault(source: string): JsonFault | undefined {
  try {
    const end = skip(source, value(source, skip(source, 0)));
    if (end < source.length) throw new Fault('something follows after the end', end);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = source.slice(0, error.at).split('\n');
    return { line: before.length, column: before[before.length - 1]!.length + 1, message: error.message };
  }
}

const match = (pattern: RegExp, source: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
};
const skip = (source: string, at: number) => match(space, source, at) ?? at;

function value(source: string, at: number): number {
  if (at >= source.length) throw new Fault('the file ends too early', at);
  if (source[at] === '{') return list(source, at, '}', member);
  if (source[at] === '[') return list(source, at, ']', value);
  const end = match(text, source, at) ?? match(number, source, at) ?? match(word, source, at);
  if (end !== undefined) return end;
  if (source[at] === '"') throw new Fault('a string that does not end on its line, or a wrong \\ in it', at);
  if (source[at] === "'") throw new Fault('strings stand in double quotes', at);
  if (source.startsWith('//', at) || source.startsWith('/*', at)) throw new Fault('JSON has no comments', at);
  throw new Fault(`unexpected ${JSON.stringify(source[at])}`, at);
}

function list(source: string, open: number, close: string, item: typeof value): number {
  let at = skip(source, open + 1);
  if (source[at] === close) return at + 1;
  for (;;) {
    at = skip(source, item(source, at));
    if (source[at] === close) return at + 1;
    if (at >= source.length) throw new Fault(`the file ends too early: ${close} is missing`, at);
    if (source[at] !== ',') throw new Fault(`a comma or ${close} is missing`, at);
    const comma = at;
    at = skip(source, at + 1);
    if (source[at] === close) throw new Fault('a comma too many', comma);
  }
}

function member(source: string, at: number): number {
  const end = match(text, source, at);
  if (end === undefined)
    throw new Fault(
      at >= source.length ? 'the file ends too early' : 'a name in double quotes is missing',
      at,
    );
  const colon = skip(source, end);
  if (source[colon] !== ':') throw new Fault('a : after the name is missing', colon);
  return value(source, skip(source, colon + 1));
}
