/** What a player says once its picture is there: its controls and settings. */
export const enPlayer = {
  // controls
  'player.pause': 'Pause',
  'player.mute': 'Mute',
  'player.unmute': 'Turn the sound on',
  'player.volume': 'Volume',
  'player.goLive': 'Go live',
  'player.timeline': 'Timeline',
  'player.behindLive': '{time} behind live',
  'player.timeOf': '{time} of {total}',
  'player.skippedOldest': 'That moment is no longer kept. Here is the earliest there is',
  'player.skippedEdge': 'That moment is no longer kept. You are back to live',
  'player.captions': 'Captions',
  'player.captionsOff': 'Off',
  'player.pip': 'Picture in picture',
  'player.airplay': 'AirPlay',
  'player.fullscreen': 'Full screen',
  'player.exitFullscreen': 'Leave full screen',

  // settings
  'player.settings': 'Settings',
  'player.close': 'Close',
  'player.back': 'Back',
  'player.quality': 'Quality',
  'player.auto': 'Auto',
  'player.lines': '{lines}p',
  'player.dataSaver': 'Data saver',
  'player.dataSaverText': 'A smaller picture for less data',
  'player.speed': 'Speed',
  'player.normal': 'Normal',
  'player.chapters': 'Chapters',
  'player.stats': 'Statistics',
} as const;
