import { expect } from '@open-wc/testing';
import { pageLink } from './page-link.js';

/** A page with an address and a head of its own. */
function page(canonical?: string): Document {
  const head = document.createElement('head');
  if (canonical !== undefined) {
    const link = document.createElement('link');
    link.rel = 'alternate canonical';
    link.href = canonical;
    head.append(link);
  }
  return {
    baseURI: document.baseURI,
    location: new URL('https://shop.example/room?id=7&from=groupmessage#top'),
    querySelector: (selector: string) => head.querySelector(selector),
  } as unknown as Document;
}

describe('pageLink', () => {
  it('is the canonical link of the page', () => {
    expect(pageLink(page('https://shop.example/spring?v=1'))).to.equal('https://shop.example/spring?v=1');
  });

  it('is else where the page is', () => {
    const here = 'https://shop.example/room?id=7&from=groupmessage#top';
    expect(pageLink(page())).to.equal(here);
    expect(pageLink(page('javascript:alert(1)'))).to.equal(here);
  });
});
