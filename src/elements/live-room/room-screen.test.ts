import { expect } from '@open-wc/testing';
import { QunError, type Code } from '../../protocol/index.js';
import type { Connection } from '../../stores/room.js';
import { pictureFit, roomBanner, roomLayout, roomScreen } from './room-screen.js';

const open: Connection = { status: 'open', stale: false };
const broken = (status: Connection['status'], code: Code = 'network'): Connection => ({
  status,
  stale: false,
  error: new QunError(code),
});
const screen = (given: Partial<Parameters<typeof roomScreen>[0]>) =>
  roomScreen({ connection: open, phase: undefined, fault: undefined, missing: undefined, ...given });

describe('what stands before the picture', () => {
  it('is nothing while the show runs', () => {
    expect(screen({ phase: 'live' })).to.be.undefined;
    expect(screen({ phase: 'replay' })).to.be.undefined;
  });

  it('is the phase where there is nothing to see', () => {
    for (const phase of ['warmup', 'paused', 'interrupted', 'ended'] as const)
      expect(screen({ phase })).to.deep.equal({ kind: 'phase', phase });
  });

  it('is loading until the room has told how it stands, also while the network is gone', () => {
    expect(screen({})).to.deep.equal({ kind: 'loading' });
    expect(screen({ connection: broken('reconnecting') })).to.deep.equal({ kind: 'loading' });
  });

  it('is a closed door for a final refusal, whatever is known already', () => {
    expect(screen({ connection: broken('failed', 'room-expired'), phase: 'live' })).to.deep.equal({
      kind: 'fault',
      code: 'room-expired',
    });
    expect(screen({ connection: broken('reconnecting', 'room-full') })).to.deep.equal({
      kind: 'fault',
      code: 'room-full',
    });
  });

  it('is a closed door for a refused join only while nothing has been seen', () => {
    const fault = new QunError('room-forbidden');
    expect(screen({ fault })).to.deep.equal({ kind: 'fault', code: 'room-forbidden' });
    expect(screen({ fault, phase: 'live' })).to.be.undefined;
    expect(screen({ fault: new QunError('malformed') })).to.deep.equal({ kind: 'loading' });
  });

  it('is what the page forgot', () => {
    expect(screen({ missing: 'no-room', connection: undefined })).to.deep.equal({
      kind: 'fault',
      code: 'no-room',
    });
  });
});

describe('the quiet banner', () => {
  it('tells of a lost connection, a missing network, and of catching up', () => {
    expect(roomBanner(open)).to.be.undefined;
    expect(roomBanner(undefined)).to.be.undefined;
    expect(roomBanner(broken('reconnecting'))).to.equal('reconnecting');
    expect(roomBanner(broken('offline'))).to.equal('offline');
    expect(roomBanner({ status: 'open', stale: true })).to.equal('catchingUp');
  });
});

describe('the layout', () => {
  it('follows the size of the room', () => {
    expect(roomLayout(320, 568)).to.equal('phone');
    expect(roomLayout(699, 900)).to.equal('phone');
    expect(roomLayout(700, 900)).to.equal('desk');
    expect(roomLayout(1280, 800)).to.equal('desk');
    expect(roomLayout(1600, 900)).to.equal('wide');
  });

  it('takes a phone on its side for a low desk', () => {
    expect(roomLayout(667, 375)).to.equal('desk');
    expect(roomLayout(480, 320)).to.equal('phone');
  });

  it('is what the page says', () => {
    expect(roomLayout(1280, 800, 'phone')).to.equal('phone');
    expect(roomLayout(1280, 800, 'auto')).to.equal('desk');
  });

  it('shows the picture whole only where it would otherwise be cut to a landscape', () => {
    expect(pictureFit('phone', 390, 844)).to.equal('auto');
    expect(pictureFit('desk', 768, 900)).to.equal('cover');
    expect(pictureFit('desk', 1280, 800)).to.equal('contain');
    expect(pictureFit('wide', 1600, 900)).to.equal('contain');
  });
});
