import { expect } from '@open-wc/testing';
import { pageLink, shareLink } from './share-link.js';

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

describe('shareLink', () => {
  it('leaves out what was meant for one reader', () => {
    const link =
      'https://shop.example/room?id=7&from=singlemessage&isappinstalled=0&code=0a1&state=x&nsukey=k%3D#top';
    expect(shareLink(link)).to.equal('https://shop.example/room?id=7#top');
  });

  it('does not touch a link that has nothing of it', () => {
    const link = 'https://shop.example/room?title=%20tea%20&fromage=1&q=a(b)';
    expect(shareLink(link)).to.equal(link);
  });
});

describe('pageLink', () => {
  it('is the canonical link of the page', () => {
    expect(pageLink(page('https://shop.example/spring?code=1'))).to.equal('https://shop.example/spring');
  });

  it('is else where the page is', () => {
    expect(pageLink(page())).to.equal('https://shop.example/room?id=7#top');
    expect(pageLink(page('javascript:alert(1)'))).to.equal('https://shop.example/room?id=7#top');
  });
});
