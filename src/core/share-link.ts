import type { ShareVia } from '../protocol/index.js';

/** The parameter that says whose link it is and how it was passed on, and the one with the group it stands in. */
export const SHARE_PARAM = 'qs';
export const GROUP_PARAM = 'g';

/** What apps and sign-ins add to an address for one reader. `code` would sign the next reader in as this one. */
const PERSONAL = [
  ...['from', 'isappinstalled', 'code', 'state', 'nsukey', 'wxshare_count', 'pass_ticket', 'exportkey'],
  ...['wx_header', 'openid', 'unionid', 'access_token'],
];

/** One letter for each way, so that a code to scan has few modules. */
const LETTERS: Record<ShareVia, string> = {
  web: 'w',
  copy: 'c',
  guide: 'g',
  card: 'd',
  text: 't',
  poster: 'p',
  'mini-program': 'm',
  wecom: 'k',
  code: 'q',
  line: 'l',
  whatsapp: 'a',
  telegram: 'e',
  x: 'x',
  kakao: 'o',
  other: 'o',
};

/** The letter that a link says it with. */
export const letterOf = (via: ShareVia): string => LETTERS[via];

/** What the letter means; undefined: nothing. `o` is read as `other`. */
export function viaOf(letter: string | undefined): ShareVia | undefined {
  if (letter === 'o') return 'other';
  return (Object.keys(LETTERS) as ShareVia[]).find(via => LETTERS[via] === letter);
}

/** How a viewer has come, in the words of the link: only a server can tell what they are worth. */
export interface CameBy {
  share?: string;
  group?: string;
}

/** Longer ones are nobody's. */
const LONGEST = 512;

/** Reads it from the address that the page was opened with. */
export function cameBy(href: string): CameBy {
  let query: URLSearchParams;
  try {
    query = new URL(href).searchParams;
  } catch {
    return {};
  }
  const share = query.get(SHARE_PARAM);
  const group = query.get(GROUP_PARAM);
  return {
    ...(share && share.length <= LONGEST && { share }),
    ...(group && group.length <= LONGEST && { group }),
  };
}

/** Whose link it is: a share's id, a guide's code, or what the merchant has signed. */
export interface ReadShare {
  share?: string;
  code?: string;
  signed?: string;
  via?: ShareVia;
}

/** Takes the value of `qs` apart: `<share>[.<letter>]`, `-<code>[.<letter>]`, `v1.<payload>.<mac>`. undefined: nobody's. */
export function readShare(value: string | undefined): ReadShare | undefined {
  if (value === undefined) return undefined;
  if (/^v1\.[\w-]+\.[\w-]+$/.test(value)) return { signed: value };
  const [, share, code, letter] =
    /^(?:([0-9A-Za-z]{12})|-([0-9A-Za-z]{2,16}))(?:\.([a-z]))?$/.exec(value) ?? [];
  if (share === undefined && code === undefined) return undefined;
  const via = viaOf(letter);
  return { ...(share === undefined ? { code: code! } : { share }), ...(via && { via }) };
}

/**
 * `href` as it is passed on: without what was meant for its reader, and with the share `share` in the place of the one that
 * brought them here (undefined: that one stays, since nobody new is known). `group`: the one it is meant for.
 * A shop's own parameters stay as they are written: they may be signed.
 */
export function linkFor(
  href: string,
  share?: string | undefined,
  via?: ShareVia | undefined,
  group?: string | undefined,
): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(href) ?? [];
  const ours = share === undefined ? [GROUP_PARAM] : [GROUP_PARAM, SHARE_PARAM];
  const kept = query.split('&').filter(pair => pair && ![...PERSONAL, ...ours].includes(nameOf(pair)));
  if (share !== undefined) kept.push(`${SHARE_PARAM}=${share}${via ? `.${letterOf(via)}` : ''}`);
  if (group !== undefined) kept.push(`${GROUP_PARAM}=${encodeURIComponent(group)}`);
  return path + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash;
}

function nameOf(pair: string): string {
  const name = pair.replace(/=.*$/s, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
