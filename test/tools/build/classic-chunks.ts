/**
 * Makes a classic script, and module files beside it for what is not needed at first, out of a build that a bundler
 * can only split as modules.
 *
 * The entry becomes one function. What its chunks share with it stands behind a symbol of this very build, so that a
 * second version on the page never meets the first one's insides. Chunks are fetched by `import()` of an address of our
 * own making: for a script from another origin a browser resolves relative imports against nothing at all.
 */
import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** The script's own address: while it runs, else by its name among the page's scripts. */
const ownAddress = (file: string): string =>
  `(function(){
  var d=document,s=d.currentScript,l=d.scripts,i;
  if(s&&s.src)return s.src;
  for(i=l.length;i--;)if(/\\/${file.replace('.', '\\.')}([?#]|$)/.test(l[i].src))return l[i].src;
  return d.baseURI
})()`.replace(/\n\s*/g, '');

/**
 * Fetches a file from beside the script, once. A browser remembers that a module could not be fetched, and refuses it
 * for good; so another try has another address.
 */
const fetching = `$got={},$failed={},$get=function(n){
  var u=new URL(n+new URL($own).search,$own);
  if($failed[n])u.searchParams.set("retry",$failed[n]);
  return $got[n]||($got[n]=import(u.href).catch(function(e){
    delete $got[n];$failed[n]=($failed[n]||0)+1;throw e
  }))
}`.replace(/\n\s*/g, '');

/** `a as t` of an export or import list. */
const pairs = (list: string): [string, string][] =>
  list
    .split(',')
    .filter(Boolean)
    .map(pair => {
      const [one, other] = pair.trim().split(/\s+as\s+/);
      return [one!, other ?? one!];
    });

const dynamic = /import\(\s*[`'"]\.\/([\w.-]+)[`'"]\s*\)/g;

export const classicChunks = (file: string): Plugin => ({
  name: 'qunlive:classic-chunks',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk');
    const entry = chunks.find(chunk => chunk.isEntry);
    if (!entry) throw new Error(`${file} has no entry.`);
    const build = createHash('sha256')
      .update(chunks.map(chunk => chunk.code).join())
      .digest('base64url')
      .slice(0, 8);
    const shared = `globalThis[Symbol.for("qunlive ${build}")]`;

    // A bundler's notes to bundlers; nobody bundles these again.
    for (const chunk of chunks)
      chunk.code = chunk.code.replace(
        /(\w?)\/\* *[@#]__PURE__ *\*\/ ?/g,
        (_whole, before: string) => before && `${before} `,
      );

    let offered = '';
    const ends = /export\s*\{([^}]*)\};?\s*$/.exec(entry.code);
    if (ends) {
      const list = pairs(ends[1]!).map(([own, name]) => `${name}:${own}`);
      // Chunks fetch others as it does: from the same place, and again where it failed.
      if (chunks.some(chunk => chunk !== entry && chunk.code.search(dynamic) >= 0)) list.push('$get');
      // The first copy keeps its place: its elements are the registered ones.
      offered = `${shared}||(${shared}={${list.join()}});`;
      entry.code = entry.code.slice(0, ends.index);
    }
    if (/^\s*(import|export)\b(?!\()/m.test(entry.code)) throw new Error(`${file} is not one piece.`);
    const code = entry.code.replace(dynamic, (_whole, name: string) => `$get(${JSON.stringify(name)})`);
    const at = code === entry.code ? '' : `var $own=${ownAddress(file)},${fetching};`;
    entry.code = `;(function(){"use strict";${at}${code.trimEnd().replace(/;?$/, ';')}${offered}})();\n`;

    for (const chunk of chunks) {
      if (chunk === entry) continue;
      chunk.code = chunk.code.replace(
        new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]\\./${file.replace('.', '\\.')}["'\`];?`),
        (_whole, list: string) =>
          `const{${pairs(list)
            .map(([name, own]) => `${name}:${own}`)
            .join()}}=${shared};`,
      );
      chunk.code = chunk.code.replace(
        dynamic,
        (_whole, name: string) => `${shared}.$get(${JSON.stringify(name)})`,
      );
      if (new RegExp(`["'\`]\\./${file.replace('.', '\\.')}["'\`]`).test(chunk.code))
        throw new Error(`${chunk.fileName} would load ${file} a second time.`);
    }
  },
});
