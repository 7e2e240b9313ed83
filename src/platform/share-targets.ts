import type { Shareable } from './share-way.js';

/** Services that take a link by an address of theirs. */
export type Target = 'line' | 'whatsapp' | 'telegram' | 'x' | 'facebook' | 'weibo' | 'qq';

/** Both as one message, for those that take nothing but words. */
const message = ({ title, text, url }: Shareable): string => [title, text, url].filter(Boolean).join('\n');
const heading = ({ title, text }: Shareable): string => [title, text].filter(Boolean).join(' ');

const ADDRESSES: Record<Target, (what: Shareable) => [address: string, query: Record<string, string>]> = {
  // A link and words; no picture, it takes that of the page.
  line: what => ['https://social-plugins.line.me/lineit/share', { url: what.url, text: heading(what) }],
  whatsapp: what => ['https://wa.me/', { text: message(what) }],
  telegram: what => ['https://t.me/share/url', { url: what.url, text: heading(what) }],
  x: what => ['https://twitter.com/intent/tweet', { url: what.url, text: heading(what) }],
  facebook: what => ['https://www.facebook.com/sharer/sharer.php', { u: what.url }],
  weibo: what => [
    'https://service.weibo.com/share/share.php',
    { url: what.url, title: heading(what), pic: what.picture ?? '' },
  ],
  qq: what => [
    'https://connect.qq.com/widget/shareqq/index.html',
    { url: what.url, title: what.title, desc: what.text, pics: what.picture ?? '' },
  ],
};

export const isTarget = (name: string): name is Target =>
  Object.prototype.hasOwnProperty.call(ADDRESSES, name);

/** The address at which `target` passes `what` on. */
export function targetUrl(target: Target, what: Shareable): string {
  const [address, query] = ADDRESSES[target](what);
  const pairs = Object.entries(query).filter(([, value]) => value !== '');
  // By hand: a space is %20 to all of them, and + to some is a plus.
  return `${address}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
