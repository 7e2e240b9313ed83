/** What the statistics of a player say. */
export const enStats = {
  'stats.label': 'Statistics',
  'stats.copy': 'Copy',
  'stats.copied': 'Copied',
  'stats.notCopied': 'Could not copy',
  'stats.close': 'Close the statistics',
  'stats.picture': 'Picture',
  'stats.shownIn': '{size}, shown in {room}',
  'stats.quality': 'Quality',
  'stats.auto': 'Auto',
  'stats.bitrate': 'Bitrate',
  'stats.bandwidth': 'Line',
  'stats.mbits': '{value} Mbit/s',
  'stats.buffer': 'Buffered',
  'stats.seconds': '{value} s',
  'stats.frames': 'Dropped',
  'stats.framesOf': '{dropped} of {total} frames',
  'stats.latency': 'Delay',
  'stats.latencyTarget': '{value} s, aims at {target} s',
  'stats.stalls': 'Stalls',
  'stats.stallsMended': '{stalls}, recoveries: {recoveries}',
  'stats.engine': 'Engine',
  'stats.native': "the browser's own",
  'stats.source': 'Stream',
  'stats.unknown': 'not known',
} as const;

export type StatsMessages = Record<keyof typeof enStats, string>;
