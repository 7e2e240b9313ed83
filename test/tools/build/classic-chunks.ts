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
 * Fetches a file from beside the script, once; one that needs others is a function, which is called when they are here.
 * A browser remembers that a module could not be fetched, and refuses it for good; so another try has another address.
 */
const fetching = `$got={},$m={},$failed={},$get=n=>{
  let u=new URL(n+new URL($own).search,$own);
  if($failed[n])u.searchParams.set("retry",$failed[n]);
  return $got[n]||($got[n]=import(u.href).then(
    m=>m.needs?Promise.all(m.needs.map($get)).then(()=>m.default()):m
  ).then(m=>$m[n]=m).catch(e=>{
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

/** An object or a pattern of `[key, value]`. */
const braces = (list: [string, string][]): string =>
  `{${list.map(([key, value]) => (key === value ? key : `${key}:${value}`)).join()}}`;

const dynamic = /import\(\s*[`'"]\.\/([\w.-]+)[`'"]\s*\)/g;
const statics = /import\s*\{([^}]*)\}\s*from\s*["'`]\.\/([\w.-]+)["'`];?/g;
const bare = /import\s*["'`]\.\/[\w.-]+["'`];?/g;
const exporting = /export\s*\{([^}]*)\};?\s*$/;

const handingOn = /export\s*\{([^}]*)\}\s*from\s*["'`]\.\/([\w.-]+)["'`];?/g;

/** A chunk that only hands on what another has, as one that imports it and exports it. */
function withoutHandingOn(code: string): string {
  const handed: string[] = [];
  const imports = code.replace(handingOn, (_whole, list: string, from: string) => {
    const names = pairs(list).map(([name, own]) => [name, `$on${handed.push(own) - 1}`]);
    return `import{${names.map(([name, own]) => `${name} as ${own}`).join()}}from"./${from}";`;
  });
  if (handed.length === 0) return code;
  const more = handed.map((own, i) => `$on${i} as ${own}`).join();
  const ends = exporting.exec(imports);
  return ends
    ? `${imports.slice(0, ends.index)}export{${ends[1] ? `${ends[1]},` : ''}${more}};`
    : `${imports}export{${more}};`;
}

/** Takes a chunk's exports off its code; `[name, own name]` of each. */
function exportsOf(chunk: Rolldown.OutputChunk): [string, string][] {
  const ends = exporting.exec(chunk.code);
  if (!ends) return [];
  chunk.code = chunk.code.slice(0, ends.index);
  return pairs(ends[1]!).map(([own, name]) => [name, own]);
}

/** Puts what the entry imports into it: each chunk as a function that is called once. What they are called, in order. */
function takeIn(entry: Rolldown.OutputChunk, chunks: Map<string, Rolldown.OutputChunk>): Map<string, string> {
  const taken = new Map<string, string>();
  let before = '';
  const linked = (code: string): string =>
    code.replace(statics, (_whole, list: string, name: string) => {
      const chunk = chunks.get(name);
      if (!chunk || chunk === entry) throw new Error(`${entry.fileName} and ${name} go round in a circle.`);
      if (!taken.has(name)) {
        const own = `$in${taken.size}`;
        taken.set(name, own);
        const offered = braces(exportsOf(chunk));
        const inner = linked(chunk.code);
        before += `var ${own}=(function(){${inner.trimEnd().replace(/;?$/, ';')}return${offered}})();`;
      }
      return `var ${pairs(list)
        .map(([key, value]) => `${value}=${taken.get(name)!}.${key}`)
        .join()};`;
    });
  const code = linked(entry.code);
  entry.code = before + code;
  for (const name of taken.keys()) chunks.delete(name);
  return taken;
}

/** Each would wait for the other for ever. Throws with the files of the circle. */
function demandNoCircle(chunks: ReadonlyMap<string, Rolldown.OutputChunk>): void {
  const sound = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    if (sound.has(name)) return;
    const at = way.indexOf(name);
    if (at >= 0) throw new Error(`${[...way.slice(at), name].join(' and ')} go round in a circle.`);
    for (const next of chunks.get(name)?.imports ?? []) if (chunks.has(next)) visit(next, [...way, name]);
    sound.add(name);
  };
  for (const name of chunks.keys()) visit(name, []);
}

export const classicChunks = (file: string): Plugin => ({
  name: 'qunlive:classic-chunks',
  enforce: 'post',
  generateBundle(_, bundle) {
    const all = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk');
    const entry = all.find(chunk => chunk.isEntry);
    if (!entry) throw new Error(`${file} has no entry.`);
    const chunks = new Map(all.map(chunk => [chunk.fileName, chunk]));
    const build = createHash('sha256')
      .update(all.map(chunk => chunk.code).join())
      .digest('base64url')
      .slice(0, 8);
    const shared = `globalThis[Symbol.for("qunlive ${build}")]`;

    // A bundler's notes to bundlers; nobody bundles these again.
    for (const chunk of all)
      chunk.code = withoutHandingOn(chunk.code)
        .replace(/(\w?)\/\* *[@#]__PURE__ *\*\/ ?/g, (_whole, before: string) => before && `${before} `)
        .replace(bare, '');

    const offered = exportsOf(entry);
    const taken = takeIn(entry, chunks);
    for (const name of taken.keys()) delete bundle[name];
    if (/^\s*(import|export)\b(?!\()/m.test(entry.code)) throw new Error(`${file} is not one piece.`);
    chunks.delete(entry.fileName);
    demandNoCircle(chunks);

    for (const [name, chunk] of chunks) {
      const others = chunk.imports.filter(one => chunks.has(one));
      chunk.code = chunk.code
        .replace(statics, (_whole, list: string, from: string) => {
          const place = from === entry.fileName ? shared : `${shared}.$m[${JSON.stringify(from)}]`;
          return `const${braces(pairs(list))}=${place};`;
        })
        .replace(dynamic, (_whole, from: string) => `${shared}.$get(${JSON.stringify(from)})`);
      if (others.length > 0) {
        const offers = braces(exportsOf(chunk));
        const body = chunk.code.trimEnd().replace(/;?$/, ';');
        chunk.code = `export const needs=${JSON.stringify(others)};export default()=>{${body}return${offers}};\n`;
      }
      // Under another address than it was fetched by, it would run a second time.
      if (/^\s*import\b(?!\()/m.test(chunk.code)) throw new Error(`${name} would load another chunk itself.`);
    }

    let code = entry.code.replace(dynamic, (_whole, name: string) => `$get(${JSON.stringify(name)})`);
    if (code !== entry.code) {
      const known = [...taken].map(([name, own]) => `$m[${JSON.stringify(name)}]=${own};`).join('');
      code = `var $own=${ownAddress(file)},${fetching};${code.trimEnd().replace(/;?$/, ';')}${known}`;
      offered.push(['$get', '$get'], ['$m', '$m']);
    }
    // The first copy keeps its place: its elements are the registered ones.
    const offer = offered.length > 0 ? `${shared}||(${shared}=${braces(offered)});` : '';
    entry.code = `;(function(){"use strict";${code.trimEnd().replace(/;?$/, ';')}${offer}})();\n`;
  },
});
