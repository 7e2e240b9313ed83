import type { Product } from '../protocol/index.js';
import { withParams } from './attribution.js';

/** Where a viewer is, as far as it decides how a product is bought. `wechat` is its browser, not a mini-program's page. */
export type Surface = 'mini-program' | 'wechat' | 'phone' | 'desk';

/** A way to where a product is bought. */
export type ProductLead =
  /** A page: absolute URL. */
  | { kind: 'h5'; url: string }
  /** A page of the mini-program that shows this one: its path, with a slash before it. */
  | { kind: 'mini-program'; path: string }
  /** A mini-program that WeChat opens by its own tag only, which the page brings. */
  | { kind: 'launch'; username: string; path: string }
  /** The shop's own app, by its scheme. */
  | { kind: 'app'; url: string };

type Pairs = readonly (readonly [name: string, value: string])[];

interface Way {
  surface: Surface;
  /** Makes a product's H5 link absolute; undefined where it must not be used. */
  resolve(url: string | undefined): string | undefined;
  /** What every link carries along: who brought this viewer, what was chosen. */
  carry: Pairs;
}

/** The ways that this product has and this surface can go, the best one first. Empty: it can only be looked at. */
export function productLeads(
  { links = {} }: Pick<Product, 'links'>,
  { surface, resolve, carry }: Way,
): ProductLead[] {
  const { miniProgram, app } = links;
  const url = resolve(links.h5);
  const leads: ProductLead[] = [];
  if (miniProgram) {
    const path = pathWith(miniProgram.path, carry);
    if (surface === 'mini-program') leads.push({ kind: 'mini-program', path });
    if (surface === 'wechat')
      leads.push({ kind: 'launch', username: miniProgram.username, path: path.slice(1) });
  }
  if (url) leads.push({ kind: 'h5', url: withParams(url, carry) });
  // WeChat opens no app by its scheme; a desk rarely has the app, so there it is the last resort.
  const opens = surface === 'phone' || (surface === 'desk' && leads.length === 0);
  if (app && opens && isScheme(app)) leads.push({ kind: 'app', url: withParams(app, carry) });
  return leads;
}

/** A mini-program's page with more in its query, from its root. */
function pathWith(path: string, carry: Pairs): string {
  const page = new URL(path.replace(/^\/*/, '/'), 'https://mini-program.invalid');
  const { pathname, search } = new URL(withParams(page.href, carry));
  return pathname + search;
}

/** An app's own, and nothing that would run or read something here. */
function isScheme(url: string): boolean {
  try {
    const { protocol } = new URL(url);
    return !/^(javascript|data|blob|file|vbscript|about|filesystem):$/.test(protocol);
  } catch {
    return false;
  }
}
