import { expect } from '@open-wc/testing';
import { warnOfLinkHost } from './warn-of-link-host.js';

describe('the warning of a card whose link is elsewhere', () => {
  const said: string[] = [];
  const { warn } = console;
  before(() => (console.warn = (text: string) => said.push(text)));
  after(() => (console.warn = warn));

  it('says nothing of the page’s own domain, of one above it, or of one below', () => {
    warnOfLinkHost('https://live.shop.example/a', 'live.shop.example');
    warnOfLinkHost('https://shop.example/a', 'live.shop.example');
    warnOfLinkHost('https://live.shop.example/a', 'shop.example');
    expect(said).to.eql([]);
  });

  it('tells the author once of another, and what to do', () => {
    warnOfLinkHost('https://notshop.example/a', 'shop.example');
    warnOfLinkHost('https://other.example/a', 'shop.example');
    expect(said).to.have.length(1);
    expect(said[0]).to.match(
      /leads to notshop\.example, and this page is on shop\.example\..*give the share button a url/,
    );
  });
});
