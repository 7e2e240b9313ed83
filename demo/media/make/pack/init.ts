import { box, full, u16, u32, u8 } from './write.js';

export const VIDEO_ID = 1;
export const AUDIO_ID = 2;
export const VIDEO_TIMESCALE = 90_000;
export const AUDIO_TIMESCALE = 48_000;

const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

interface Track {
  id: number;
  handler: 'vide' | 'soun';
  timescale: number;
  width: number;
  height: number;
  entry: Buffer;
}

function trak(track: Track): Buffer {
  const sound = track.handler === 'soun';
  const head = sound ? full('smhd', 0, 0, u32(0)) : full('vmhd', 0, 1, u32(0, 0));
  const none = u32(0);
  return box(
    'trak',
    full(
      'tkhd',
      0,
      7,
      u32(0, 0, track.id, 0, 0, 0, 0),
      u16(0, 0, sound ? 0x100 : 0, 0),
      MATRIX,
      u32(track.width << 16, track.height << 16),
    ),
    box(
      'mdia',
      full('mdhd', 0, 0, u32(0, 0, track.timescale, 0), u16(0x55c4, 0)),
      full(
        'hdlr',
        0,
        0,
        u32(0),
        Buffer.from(track.handler, 'latin1'),
        u32(0, 0, 0),
        Buffer.from(sound ? 'sound\0' : 'video\0'),
      ),
      box(
        'minf',
        head,
        box('dinf', full('dref', 0, 0, u32(1), full('url ', 0, 1))),
        box(
          'stbl',
          full('stsd', 0, 0, u32(1), track.entry),
          full('stts', 0, 0, none),
          full('stsc', 0, 0, none),
          full('stsz', 0, 0, none, none),
          full('stco', 0, 0, none),
        ),
      ),
    ),
  );
}

/** AAC-LC, 48 kHz, two channels. */
export function soundEntry(bitrate: number): Buffer {
  const config = u8(0x11, 0x90);
  const specific = Buffer.concat([u8(0x05, config.length), config]);
  const decoder = Buffer.concat([u8(0x40, 0x15, 0, 0, 0), u32(bitrate, bitrate), specific]);
  const wrapped = Buffer.concat([u8(0x04, decoder.length), decoder]);
  const body = Buffer.concat([u16(1), u8(0), wrapped, u8(0x06, 0x01, 0x02)]);
  const esds = full('esds', 0, 0, u8(0x03, body.length), body);
  return box('mp4a', u32(0), u16(0, 1), u32(0, 0), u16(2, 16, 0, 0), u32(AUDIO_TIMESCALE << 16), esds);
}

/** The initialization segment. `picture` is the video's sample entry as the encoder wrote it. */
export function initSegment(width: number, height: number, picture: Buffer, sound: Buffer): Buffer {
  const trex = (id: number): Buffer => full('trex', 0, 0, u32(id, 1, 0, 0, 0));
  return Buffer.concat([
    box('ftyp', Buffer.from('iso6', 'latin1'), u32(1), Buffer.from('iso6cmfcmp41', 'latin1')),
    box(
      'moov',
      full(
        'mvhd',
        0,
        0,
        u32(0, 0, 1000, 0, 0x10000),
        u16(0x100, 0),
        u32(0, 0),
        MATRIX,
        u32(0, 0, 0, 0, 0, 0, AUDIO_ID + 1),
      ),
      trak({ id: VIDEO_ID, handler: 'vide', timescale: VIDEO_TIMESCALE, width, height, entry: picture }),
      trak({ id: AUDIO_ID, handler: 'soun', timescale: AUDIO_TIMESCALE, width: 0, height: 0, entry: sound }),
      box('mvex', trex(VIDEO_ID), trex(AUDIO_ID)),
    ),
  ]);
}
