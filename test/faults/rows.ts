import type { FaultWish, StreamOptions } from '../../src/faults/index.js';

/** A fault, as a viewer is put before it. */
export interface Row {
  name: string;
  /** What is broken, for an outage of so many seconds. */
  breaks(seconds: number): FaultWish[];
  /** The stream is away for as long as the outage; without it, for an instant. */
  lasting?: boolean;
  /** Broken before the page is opened, rather than while it plays. */
  fromStart?: boolean;
  /** Default: the small rendition alone. */
  options?: StreamOptions;
  /** What the room says meanwhile. Default: there is no room. */
  phase?: 'live';
  /** The origin gives nothing new meanwhile, so that whoever asks more often than once a second asks in vain. */
  away?: true;
  /** Words a viewer must have seen. Default: none; a short outage may go by unnoticed. */
  says?: string;
  /** How long the picture may stand beyond the outage, s, where that is more than a browser is given otherwise. */
  patienceS?: number;
  /** Tried in every browser by `npm test`, rather than in the first alone. */
  everywhere?: true;
}

const HOST_AWAY = 'The host stepped away and will be right back';
const NOT_YET = 'Not on air yet. The picture will come up right here';
/** What is said in each state that needs words. */
export const words: Readonly<Record<string, readonly string[]>> = {
  reconnecting: ['Bringing the picture back…'],
  waiting: [HOST_AWAY, NOT_YET],
};

const SMALL: StreamOptions = { renditions: ['lo'] };
const PACKETS: StreamOptions = { renditions: ['lo'], form: 'ts' };
/** In place of a rendition's name: the one that is playing. */
export const PLAYING = 'playing';
const BOTH: StreamOptions = { renditions: ['hi', 'lo'] };

const lasting = (name: string, ...wishes: FaultWish[]): Row => ({
  name,
  lasting: true,
  breaks: seconds => wishes.map(wish => ({ ...wish, seconds })),
});

const once = (name: string, wish: FaultWish): Row => ({ name, breaks: () => [wish] });

const away = { away: true } as const;
const everywhere = { everywhere: true } as const;

/** Every fault there is, each as it befalls a viewer. */
export const rows: readonly Row[] = [
  { ...lasting('403', { kind: 'forbidden' }), ...away },
  { ...lasting('404', { kind: 'not-found' }), ...away },
  { ...lasting('503', { kind: 'unavailable' }), ...away, ...everywhere },
  { ...lasting('connection reset', { kind: 'reset' }), ...away, ...everywhere },
  { ...lasting('request hangs', { kind: 'hang' }), ...away },
  lasting('slow trickle', { kind: 'slow', bytesPerSecond: 4000 }),
  { ...lasting('frozen playlist', { kind: 'frozen-playlist' }), ...everywhere },
  { ...lasting('encoder drop', { kind: 'encoder-drop' }), ...everywhere },
  { ...lasting('ENDLIST while live', { kind: 'end-list' }), phase: 'live', says: HOST_AWAY },
  {
    ...lasting('master gone and back', { kind: 'master-gone' }),
    ...away,
    fromStart: true,
    says: NOT_YET,
  },
  lasting('wrong content type', { kind: 'wrong-type' }),
  lasting('clock skew', { kind: 'clock-skew', skewSeconds: 3600 }),
  { ...once('media-sequence restart', { kind: 'sequence-restart' }), ...everywhere },
  { ...once('discontinuity, PTS reset', { kind: 'discontinuity' }), ...everywhere },
  { ...lasting('503, transport stream', { kind: 'unavailable' }), ...away, options: PACKETS },
  { ...once('discontinuity, transport stream', { kind: 'discontinuity' }), options: PACKETS },
  { ...once('codec change', { kind: 'codec-change' }), options: BOTH, ...everywhere },
  { ...once('rendition gone', { kind: 'rendition-gone', rendition: PLAYING }), options: BOTH, ...everywhere },
  { ...once('missing segment', { kind: 'missing-segment' }), ...everywhere },
  // A decoder that stumbles is begun anew, and once in a while meets the same segment again.
  { ...once('truncated segment', { kind: 'truncated-segment' }), patienceS: 6 },
  { ...once('corrupt segment', { kind: 'corrupt-segment' }), patienceS: 6 },
  {
    ...once('expired token', { kind: 'expired-token' }),
    options: { ...SMALL, tokenSeconds: 600 },
    ...everywhere,
  },
];

export const optionsOf = ({ options = SMALL }: Row): StreamOptions => options;
