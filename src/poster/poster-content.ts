import type { MoneyParts } from '../core/format-money.js';

/** What a thing costs, in words around the figure: "from ¥99", "¥99 起". */
export interface PosterPrice {
  readonly money: MoneyParts;
  readonly before?: string;
  readonly after?: string;
  /** The price struck out. */
  readonly was?: string;
  /** What is saved, as a phrase. */
  readonly saved?: string;
}

export interface PosterProduct {
  readonly title: string;
  /** What viewers call it by in the room. */
  readonly number: string;
  readonly subtitle?: string;
  readonly picture?: string;
  readonly price: PosterPrice;
  /** The price is a flash sale's: its name, and from when or until when, where that is known. */
  readonly sale?: { readonly name: string; readonly when?: string };
}

/** Everything a poster says, in its reader's language. Addresses of pictures are absolute. */
export interface PosterContent {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly text?: string;
  readonly host: { readonly name: string; readonly avatar?: string };
  readonly badge: string;
  /** It is on now: the badge is loud. */
  readonly live: boolean;
  /** When it begins; absent where it has. The zone is said where readers may live in several; `left`: how long till then. */
  readonly when?: {
    readonly date: string;
    readonly time: string;
    readonly zone?: string;
    readonly left?: string;
  };
  readonly picture?: string;
  /** What is shown of the shelf, three at most, the foremost first. */
  readonly products: readonly PosterProduct[];
  readonly code: { readonly url: string; readonly hint: string };
}

const STOPS: Readonly<Record<string, string>> = { zh: '。', ja: '。' };

/** The whole poster as one text, for those who cannot see it. */
export function posterWords(content: PosterContent): string {
  const { lang, title, text, host, badge, when, products, code } = content;
  const stop = STOPS[lang.slice(0, 2).toLowerCase()];
  const comma = stop ? '，' : ', ';
  const said = [
    badge,
    title,
    text,
    host.name,
    when && [whenWords(when), when.left].filter(Boolean).join(comma),
    ...products.map(({ number, title, price, sale }) =>
      [`${number} ${title} ${priceWords(price)}`, sale && [sale.name, sale.when].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(comma),
    ),
    code.hint,
    code.url,
  ];
  const sentences = said
    .map(one => one?.trim())
    .filter((one): one is string => !!one)
    .map(one => one.replace(/[.。]$/, ''));
  return sentences.join(stop ?? '. ');
}

/** Day, hour, and the zone where it is said. */
export const whenWords = ({ date, time, zone }: NonNullable<PosterContent['when']>): string =>
  [date, time, zone].filter(Boolean).join(' ');

function priceWords({ money, before = '', after = '', saved }: PosterPrice): string {
  const { currency, integer, fraction, currencyFirst } = money;
  const figure = currencyFirst ? `${currency}${integer}${fraction}` : `${integer}${fraction} ${currency}`;
  return [`${before}${figure}${after}`, saved].filter(Boolean).join(' ');
}
