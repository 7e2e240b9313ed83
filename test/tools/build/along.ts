// A shop's bundler splits at every `import()`. A merchant's page loads our own few files, where another request for each
// part of an element would cost more than it spares: there, what is marked `(await import(/* along */ './part.js')).name`
// comes along with the file that asks for it.
import type { Plugin } from 'vite';

const mark = '/* along */';
const marked = /\(await import\(\s*\/\* along \*\/\s*'([^']+)',?\s*\)\)\.(\w+)/g;

/** The code with what it marks imported at its top. Throws on a mark that stands anywhere else. */
export function bringAlong(code: string): string | undefined {
  if (!code.includes(mark)) return undefined;
  let imports = '';
  let count = 0;
  const changed = code.replace(marked, (_whole, path: string, name: string) => {
    const own = `$along${count++}`;
    imports += `import { ${name} as ${own} } from '${path}';`;
    return own;
  });
  if (changed.includes(mark)) throw new Error(`${mark} stands where it cannot be followed: ${changed}`);
  return imports + changed;
}

export const partsAlong: Plugin = {
  name: 'qunlive:parts-along',
  enforce: 'pre',
  transform: (code, id) => {
    const changed = /\/src\/.*\.ts$/.test(id.replaceAll('\\', '/')) ? bringAlong(code) : undefined;
    return changed === undefined ? null : { code: changed, map: null };
  },
};
