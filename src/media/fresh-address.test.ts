import { expect } from '@open-wc/testing';
import { FreshAddress } from './fresh-address.js';

describe('a fresh address', () => {
  it('signs what was signed with the old one anew', () => {
    const fresh = new FreshAddress(
      'https://a.example/m.m3u8?id=7&t=old&e=1',
      'https://a.example/m.m3u8?id=7&t=new&e=2',
    );
    expect(fresh.of('https://a.example/hi/3.m4s?t=old&e=1')).to.equal('https://a.example/hi/3.m4s?t=new&e=2');
    expect(fresh.of('https://cdn.example/hi/3.m4s?t=old')).to.equal('https://cdn.example/hi/3.m4s?t=new');
  });

  it('knows a signature that is part of the path', () => {
    const fresh = new FreshAddress('https://a.example/old/live/m.m3u8', 'https://a.example/new/live/m.m3u8');
    expect(fresh.of('https://a.example/old/live/hi/3.m4s')).to.equal('https://a.example/new/live/hi/3.m4s');
  });

  it('leaves alone what it does not know', () => {
    const fresh = new FreshAddress('https://a.example/m.m3u8?t=old', 'https://a.example/m.m3u8?t=new');
    for (const other of [
      'https://a.example/3.m4s',
      'https://a.example/3.m4s?t=third',
      'https://a.example/old/3.m4s',
    ]) {
      expect(fresh.of(other)).to.equal(other);
    }
  });
});
