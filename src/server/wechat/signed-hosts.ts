import { limits, QunError } from '../../protocol/index.js';

/** As `location.href` writes it, so that no two readers can see two hosts in it: no name, no backslash, no letter past ASCII. */
const page = /^https?:\/\/([a-z\d.-]+(?::\d+)?)(?:[/?][\x21-\x5b\x5d-\x7e]*)?$/i;

/** `shop.example`, `*.shop.example` for it and all below it; a port where it is not the usual one. */
const entry = /^(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d+)?$/;

/** Whose pages are signed for. Without it anybody could have their page signed in the name of the shop. */
export class SignedHosts {
  readonly #exact = new Set<string>();
  readonly #below: string[] = [];

  /** Throws `bad-config` for what is no host. */
  constructor(hosts: readonly string[]) {
    for (const host of hosts.map(one => one.toLowerCase())) {
      if (!entry.test(host)) {
        throw new QunError('bad-config', {
          detail: `QUNLIVE_WECHAT_HOSTS: ${host}: a host such as shop.example or *.shop.example`,
        });
      }
      if (host.startsWith('*.')) this.#below.push(host.slice(2));
      else this.#exact.add(host);
    }
  }

  /** What of `url` is signed. Throws `malformed` for what is no page, `not-allowed` for one of another host. */
  check(url: unknown): string {
    if (typeof url !== 'string' || url === '')
      throw wrong('the address of the page: ?url=<encodeURIComponent>');
    const [bare = ''] = url.split('#');
    const host = bare.length <= limits.urlLength ? page.exec(bare)?.[1]?.toLowerCase() : undefined;
    if (host === undefined) throw wrong('the http(s) address of the page, as location.href has it');
    if (this.#exact.has(host) || this.#below.some(one => host === one || host.endsWith(`.${one}`)))
      return bare;
    const detail = `pages of ${host.slice(0, 100)} are not signed for here; name it in QUNLIVE_WECHAT_HOSTS`;
    throw new QunError('not-allowed', { detail, path: 'url' });
  }
}

const wrong = (detail: string) => new QunError('malformed', { detail, path: 'url' });
