/**
 * Lit and nanostores keep notes on the page's own objects: lists of versions and a counter on `window`, a symbol on
 * `Symbol`, a Trusted Types policy under a name the page may use itself. In a file that runs on somebody's page we leave
 * nothing but our one name.
 */
import type { Plugin } from 'vite';

type Change = readonly [what: RegExp, instead: string];

const changes: Readonly<Record<string, readonly Change[]>> = {
  '/lit-html/lit-html.js': [
    [/\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    // A second copy may not be allowed to make the policy again. It registers nothing, so it needs none.
    [
      /(\w)\.createPolicy\("lit-html",\{createHTML:t=>t\}\)/,
      '(()=>{try{return $1.createPolicy("qunlive",{createHTML:t=>t})}catch{}})()',
    ],
  ],
  '/lit-element/lit-element.js': [[/\(\w\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0']],
  // Symbol.metadata and its map serve standard decorators alone; ours are the older kind.
  '/@lit/reactive-element/reactive-element.js': [
    [/\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/this\[Symbol\.metadata\]/, 'null'],
  ],
  // Shared by copies of the package on one page; our file holds the only copy that our stores know.
  '/nanostores/atom/index.js': [[/globalThis\.nanostoresGlobal \|\|= (\{ epoch: 0 \})/, '$1']],
  '/@lit/reactive-element/decorators/property.js': [[/"object"==typeof o\?r\(t,e,o\):/, '']],
};

/** Throws where a newer version no longer says what is to be changed: then this file has to be read again. */
export function asGuest(path: string, code: string): string | undefined {
  const ours = Object.entries(changes).find(([file]) => path.endsWith(file))?.[1];
  return ours?.reduce((text, [what, instead]) => {
    if (!what.test(text)) throw new Error(`${path} has no ${what.source}`);
    return text.replace(what, instead);
  }, code);
}

export const packagesAsGuests: Plugin = {
  name: 'qunlive:as-guest',
  transform(code, id) {
    const changed = asGuest((id.split('?')[0] ?? '').replaceAll('\\', '/'), code);
    return changed === undefined ? null : { code: changed, map: null };
  },
};
