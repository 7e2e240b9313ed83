import { expect } from '@open-wc/testing';
import { warnOfShareWords } from './warn-of-share-words.js';

describe('the warning of words for which links are blocked', () => {
  const said: string[] = [];
  const { warn } = console;
  before(() => (console.warn = (text: string) => said.push(text)));
  after(() => (console.warn = warn));

  it('tells the author once, with the words and what to do, and says nothing of others', async () => {
    await warnOfShareWords(['分享直播间领红包', '分享给朋友一起看', undefined]);
    await warnOfShareWords(['分享直播间领红包']);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/分享直播间领红包.*give it to the whole room, or take it out/);
  });
});
