import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initOf, readFragment, sliceFragment, writeFragment } from './fragment.js';
import { MediaFolder } from './media-folder.js';
import { find, trackRuns } from './mp4.js';

const media = await MediaFolder.open();
const segment = await media.segment('lo', 3);
const scales = new Map(media.set.tracks.map(({ id, timescale }) => [id, timescale]));

test('what is read and written again is the same media', () => {
  const read = readFragment(segment);
  const again = writeFragment(7, read);
  assert.deepEqual(readFragment(again), read);
  assert.deepEqual(trackRuns(again), trackRuns(segment));
});

test('slices follow one another without a gap, and lose nothing', () => {
  const whole = readFragment(segment);
  const slices = [0, 1, 2, 3, 4].map(i => sliceFragment(whole, scales, i / 5, (i + 1) / 5));
  for (const [index, { id, samples }] of whole.entries()) {
    const mine = slices.map(slice => slice[index]!);
    assert.deepEqual(
      mine.flatMap(one => one.samples),
      samples,
    );
    let time = whole[index]!.decodeTime;
    for (const one of mine) {
      assert.equal(one.decodeTime, time);
      time += BigInt(one.samples.reduce((sum, { duration }) => sum + duration, 0));
    }
    assert.ok(scales.has(id));
  }
  // A picture that stands alone is where every first slice begins.
  assert.ok(slices[0]![0]!.samples[0]!.keyframe);
});

test('a track can be taken out of what begins a stream', async () => {
  const init = await media.init('lo');
  for (const { id } of media.set.tracks) {
    const alone = initOf(init, id);
    const ids = find(alone, 'moov/trak/tkhd').map(({ body }) => alone.readUInt32BE(body + 12));
    assert.deepEqual(ids, [id]);
    assert.equal(find(alone, 'moov/mvex/trex').length, 1);
  }
});
