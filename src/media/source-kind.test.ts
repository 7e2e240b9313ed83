import { expect } from '@open-wc/testing';
import { hasMediaSource, isPlaylist, prefersNative } from './source-kind.js';

const videoThatPlays = (answer: string) => ({ canPlayType: () => answer }) as unknown as HTMLVideoElement;

describe('the kind of a source', () => {
  it('is a playlist unless it names a file', () => {
    expect(isPlaylist('https://a.example/live.m3u8?token=1.mp4')).to.equal(true);
    expect(isPlaylist('https://a.example/app/stream')).to.equal(true);
    expect(isPlaylist('https://a.example/clip.MP4?x=live.m3u8')).to.equal(false);
    expect(isPlaylist('clip.webm')).to.equal(false);
  });

  it("is left to Apple's own player, and to no other that claims to be able", () => {
    expect(prefersNative(videoThatPlays('maybe'), 'Apple Computer, Inc.')).to.equal(true);
    expect(prefersNative(videoThatPlays('maybe'), 'Google Inc.')).to.equal(false);
    expect(prefersNative(videoThatPlays(''), 'Apple Computer, Inc.')).to.equal(false);
  });

  it('needs Media Source Extensions for an engine, in any of their shapes', () => {
    expect(hasMediaSource({ ManagedMediaSource: class {} })).to.equal(true);
    expect(hasMediaSource({})).to.equal(false);
  });
});
