// A shop's bundler splits at every `import()`. A merchant's page loads our own few files, where another request for each
// part of an element would cost more than it spares: there, what is marked `import(/* along */ './part.js')` comes along
// with the file that asks for it.
import type { Plugin } from 'vite';

const marked = /\bimport\(\s*\/\* along \*\/\s*'([^']+)',?\s*\)/g;

/** The code with every marked import at its top, and a promise of it where it was asked for. */
export function bringAlong(code: string): string | undefined {
  const paths: string[] = [];
  const changed = code.replace(marked, (_whole, path: string) => {
    if (!paths.includes(path)) paths.push(path);
    return `Promise.resolve($along${paths.indexOf(path)})`;
  });
  if (paths.length === 0) return undefined;
  return paths.map((path, i) => `import * as $along${i} from '${path}';`).join('') + changed;
}

export const partsAlong: Plugin = {
  name: 'qunlive:parts-along',
  enforce: 'pre',
  transform: (code, id) => {
    const changed = /\/src\/.*\.ts$/.test(id.replaceAll('\\', '/')) ? bringAlong(code) : undefined;
    return changed === undefined ? null : { code: changed, map: null };
  },
};
