import { expect } from '@open-wc/testing';
import { hlsSettings, settingsForParts } from './hls-settings.js';
import { defaultPolicy } from './playback-policy.js';

const settings = (given: { workerPath?: string; startAt?: number; bandwidth?: number } = {}) =>
  hlsSettings({
    policy: defaultPolicy,
    workerPath: undefined,
    startAt: undefined,
    bandwidth: 1_000_000,
    ...given,
  });

describe('the settings of hls.js', () => {
  it('make no worker unless the page names its script', () => {
    expect(settings().enableWorker).to.equal(false);
    expect(settings({ workerPath: '/hls.worker.js' })).to.include({
      enableWorker: true,
      workerPath: '/hls.worker.js',
    });
  });

  it('leave a playlist that stands still alone: with a limit, hls.js would silently stop asking', () => {
    expect(settings()).not.to.have.property('liveMaxUnchangedPlaylistRefresh');
  });

  it("leave the distance to the live edge to the server's word", () => {
    expect(settings()).not.to.have.any.keys('liveSyncDurationCount', 'liveSyncDuration');
  });

  it('retry what a restarting origin answers, and no refusal', () => {
    const { playlistLoadPolicy, manifestLoadPolicy } = settings();
    const retry = (policy: typeof playlistLoadPolicy, code: number, count = 0) => {
      const { errorRetry } = policy.default;
      return errorRetry.shouldRetry(errorRetry, count, false, { code });
    };
    expect([404, 503, 0].map(code => retry(playlistLoadPolicy, code))).to.deep.equal([true, true, true]);
    expect([401, 403, 451].map(code => retry(playlistLoadPolicy, code))).to.deep.equal([false, false, false]);
    expect(retry(playlistLoadPolicy, 503, defaultPolicy.requestRetries)).to.equal(false);
    // A stream that is not there is waited for, not hammered.
    expect(retry(manifestLoadPolicy, 404)).to.equal(false);
  });

  it('skip a segment that is missing, for it will not come', () => {
    const { errorRetry } = settings().fragLoadPolicy.default;
    expect(errorRetry.shouldRetry(errorRetry, 0, false, { code: 404 })).to.equal(false);
    expect(errorRetry.shouldRetry(errorRetry, 0, false, { code: 503 })).to.equal(true);
  });

  it('spread the retries of a room full of viewers', () => {
    const delays = Array.from(
      { length: 20 },
      () => settings().playlistLoadPolicy.default.errorRetry.retryDelayMs,
    );
    expect(new Set(delays).size).to.be.greaterThan(1);
    for (const delay of delays) expect(delay).to.be.within(375, 625);
  });

  it('begin with what the last stream of the page learnt of the line', () => {
    expect(settings({ bandwidth: 2_500_000 }).abrEwmaDefaultEstimate).to.equal(2_500_000);
    expect(settings().abrEwmaDefaultEstimate).to.be.greaterThan(0);
  });

  it('leave the speed alone, which is steered elsewhere', () => {
    expect(settingsForParts()).not.to.have.property('maxLiveSyncPlaybackRate');
  });
});
