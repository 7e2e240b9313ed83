import { cameBy, type CameBy } from '../core/share-link.js';

/** The element that opens a room, as far as it says what may be told of its viewer. */
export interface Consent {
  getAttribute(name: string): string | null;
}

/** What a join says of how its viewer has come. */
export interface CameBySaid extends CameBy {
  /** The page was opened anew, not the link. */
  again?: true;
  /** They were here before under another name, as who signs in was. */
  met?: true;
  attribution?: 'anonymous';
}

/** By whose link this page was opened: told at the first join of each viewer, and not at all where the page has not allowed it. */
export class CameByPage {
  readonly #consent: Consent | undefined;
  #told = false;
  #met = false;

  constructor(consent?: Consent) {
    this.#consent = consent;
  }

  /** `attribution="off"`: nothing is told, and no link carries this viewer's share. */
  get allowed(): boolean {
    return this.#mode !== 'off';
  }

  get #mode(): string {
    return this.#consent?.getAttribute('attribution')?.toLowerCase() ?? 'on';
  }

  said(): CameBySaid {
    if (!this.allowed) return {};
    // Any other word is taken for the careful one.
    const careful = this.#mode === 'on' ? {} : { attribution: 'anonymous' as const };
    if (this.#told || typeof location === 'undefined') return careful;
    const { href, how } = opened();
    const here = cameBy(location.href);
    const came = (here.share ?? here.group) ? here : cameBy(href);
    const again = (came.share ?? came.group) && /reload|back/.test(how);
    const more = { ...(again && { again: true as const }), ...(this.#met && { met: true as const }) };
    return (came.share ?? came.group) ? { ...careful, ...came, ...more } : careful;
  }

  /** It was said, and heard. */
  heard(): void {
    this.#told = true;
  }

  /** Another viewer goes on at this page, who has come by the same link. */
  somebodyElse(): void {
    this.#met ||= this.#told;
    this.#told = false;
  }
}

/** How the page came to be, from before any script could change its address. */
function opened(): { href: string; how: string } {
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  const { name = '', type = '' } = (entry ?? {}) as Partial<PerformanceNavigationTiming>;
  return { href: name, how: type };
}
