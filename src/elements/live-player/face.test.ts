import { expect } from '@open-wc/testing';
import { en } from '../../i18n/locales/en.js';
import { QunError, type Code, type Phase } from '../../protocol/index.js';
import { playerFace, type Given, type StreamView } from './face.js';

const stream = (view: Partial<StreamView>): StreamView => ({
  ...{ status: 'playing', error: undefined, unborn: false, closed: false },
  ...view,
});
const face = (given: Partial<Given>) =>
  playerFace({ phase: undefined, stream: undefined, playable: true, wanted: true, online: true, ...given });

describe('the face of a player', () => {
  it("shows the host's word, whatever the stream does", () => {
    for (const status of ['playing', 'error', 'reconnecting', 'idle'] as const) {
      const said = (phase: Phase) => face({ phase, stream: stream({ status }) }).state;
      expect((['warmup', 'paused', 'interrupted', 'ended'] as const).map(said)).to.deep.equal([
        ...['waiting', 'waiting', 'waiting', 'ended'],
      ]);
    }
  });

  it('does not call a show over that the room says goes on', () => {
    expect(face({ phase: 'live', stream: stream({ status: 'ended', closed: true }) })).to.include({
      state: 'waiting',
      words: 'phase.interrupted',
    });
  });

  it('says goodbye after a show, and offers a recording again', () => {
    expect(face({ stream: stream({ status: 'ended', closed: true }) }).words).to.equal('phase.ended');
    expect(face({ stream: stream({ status: 'ended' }) }).action).to.equal('again');
    expect(face({ phase: 'replay', stream: stream({ status: 'ended', closed: true }) }).action).to.equal(
      'again',
    );
  });

  it('tells a show that has not begun from one whose host was lost', () => {
    expect(face({ stream: stream({ status: 'waiting', unborn: true }) }).words).to.equal('player.notYet');
    expect(face({ stream: stream({ status: 'waiting' }) }).words).to.equal('phase.interrupted');
    expect(face({ phase: 'live', stream: stream({ status: 'waiting', unborn: true }) }).words).to.equal(
      'phase.interrupted',
    );
  });

  it('blames the network only when there is none', () => {
    const lost = stream({ status: 'reconnecting' });
    expect(face({ stream: lost }).words).to.equal('player.reconnecting');
    expect(face({ stream: lost, online: false }).words).to.equal('room.offline');
  });

  it('has words for every error, and one thing to do where there is one', () => {
    const failed = (code: Code) => face({ stream: stream({ status: 'error', error: new QunError(code) }) });
    for (const code of ['engine-failed', 'stream-unreachable', 'stream-broken'] as const) {
      expect(failed(code).action, code).to.equal('retry');
      // "Trying again" beside a button that tries again would be a lie.
      expect(en[failed(code).words!], code).not.to.match(/trying/i);
    }
    for (const code of ['stream-refused', 'stream-unsupported'] as const) {
      expect(failed(code).action, code).to.equal(undefined);
      expect(en[failed(code).words!], code).to.be.a('string');
    }
  });

  it('offers to play what is there, unless it will play by itself', () => {
    expect(face({ wanted: false }).action).to.equal('play');
    expect(face({ wanted: true }).action).to.equal(undefined);
    expect(face({ wanted: false, playable: false }).action).to.equal(undefined);
  });
});
