import { expect, waitUntil } from '@open-wc/testing';
import { createVideo, emptyVideo } from './video-element.js';

describe('the video element', () => {
  it('stays in the page on phones', () => {
    const video = createVideo('Mozilla/5.0 (iPhone; CPU iPhone OS 14_0 like Mac OS X)');
    expect(video.hasAttribute('playsinline')).to.equal(true);
    expect(video.hasAttribute('webkit-playsinline')).to.equal(true);
    expect(video.getAttribute('x-webkit-airplay')).to.equal('allow');
    expect(video.hasAttribute('autoplay')).to.equal(false);
  });

  it('tells X5 in the one way it understands', () => {
    const video = createVideo('Mozilla/5.0 (Linux; Android 9) TBS/045713 MicroMessenger/7.0');
    expect(video.getAttribute('x5-video-player-type')).to.equal('h5-page');
    expect(video.hasAttribute('playsinline')).to.equal(false);
    expect(video.hasAttribute('x5-playsinline')).to.equal(false);
  });

  it('is emptied of its source', async () => {
    const video = createVideo();
    video.src = '/demo/media/live/none.mp4';
    emptyVideo(video);
    expect(video.hasAttribute('src')).to.equal(false);
    await waitUntil(() => video.networkState === HTMLMediaElement.NETWORK_EMPTY);
  });
});
