import { faults, type FaultKind } from '../../faults/index.js';

const meanings: Record<FaultKind, string> = {
  forbidden: 'requests are answered 403',
  'not-found': '404',
  unavailable: '503',
  reset: 'the connection is cut',
  hang: 'nothing is answered',
  slow: 'media trickles: "bytesPerSecond", default 10000',
  'wrong-type': 'everything claims to be text/html',
  'master-gone': 'the master playlist is 404',
  'rendition-gone': 'one "rendition" is 404 altogether',
  'missing-segment': 'the next segment, or "times" of them, never exist',
  'truncated-segment': 'they end in the middle',
  'corrupt-segment': 'their pictures are noise',
  'frozen-playlist': 'playlists stay as they are',
  'end-list': 'they say that it is over',
  'clock-skew': 'their dates are "skewSeconds" ahead, default 3600',
  'sequence-restart': 'the packager counts from 0 again',
  discontinuity: 'the encoder restarts: decode times from 0',
  'encoder-drop': 'nothing is made for "seconds", default 8; then a gap in the dates',
  'codec-change': 'another profile and size, behind a new header',
  'expired-token': 'every token issued so far is void',
};

const table = (Object.keys(faults) as FaultKind[]).map(kind => `  ${kind.padEnd(18)} ${meanings[kind]}`);

export const faultsHelp = `qunlive faults: a live stream that breaks on command

  --port 8788                 0 takes a free one
  --host 127.0.0.1            0.0.0.0 lets other machines in
  --media <folder>            a loop of your own: live.json and its segments; default: a test card

Every first part of a path is a stream of its own.
  GET    /live/master.m3u8    to play
  PUT    /live                {"renditions":["lo"],"form":"ts","windowSegments":6,"tokenSeconds":60}
  GET    /live/entry          its address, with a fresh token where it has tokens
  POST   /live/faults         breaks it: {"kind":"unavailable","on":"playlist","seconds":10}
  GET    /live/faults         what is broken
  DELETE /live/faults         mends it
  GET    /live/requests       who asked for what and when; ?since=<ms since 1970>

Kinds
${table.join('\n')}

With "on" (master, playlist, segment, all), "rendition", "seconds", "times" and "status".
`;
