import { warn } from '../../base/warn.js';

/** A domain that is bound covers those below it. */
const covers = (one: string, other: string): boolean => one === other || one.endsWith(`.${other}`);

/** Tells the page's author, in development only, of a card that WeChat will not take: its link is on no domain of the account. */
export function warnOfLinkHost(url: string, page = location.hostname): void {
  const { hostname } = new URL(url);
  if (covers(hostname, page) || covers(page, hostname)) return;
  warn(
    'wechat-link-host',
    `WeChat's card leads to ${hostname}, and this page is on ${page}. WeChat takes a card only where both are domains that ` +
      'are bound to the account that signs the page (JS接口安全域名). Show the room on the domain its link leads to, give ' +
      "the share button a url (or the room a share.url) on the page's own domain, or bind both domains to the account.",
  );
}
