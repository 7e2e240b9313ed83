import type { PlayerMessages } from './en.js';

/** 画面出来以后播放器要说的话：控制条和设置。 */
export const zhCNPlayer: PlayerMessages = {
  // controls
  'player.pause': '暂停',
  'player.mute': '静音',
  'player.unmute': '打开声音',
  'player.volume': '音量',
  'player.goLive': '回到直播',
  'player.timeline': '播放进度',
  'player.behindLive': '比直播晚 {time}',
  'player.timeOf': '{time}，共 {total}',
  'player.skippedOldest': '那一段已经看不到了，先从最早的地方接着看',
  'player.skippedEdge': '那一段已经看不到了，带你回到直播',
  'player.captions': '字幕',
  'player.captionsOff': '不显示',
  'player.pip': '小窗播放',
  'player.airplay': '隔空播放',
  'player.fullscreen': '全屏',
  'player.exitFullscreen': '退出全屏',

  // settings
  'player.settings': '设置',
  'player.close': '关闭',
  'player.back': '返回',
  'player.quality': '清晰度',
  'player.auto': '自动',
  'player.lines': '{lines}P',
  'player.dataSaver': '省流量',
  'player.dataSaverText': '画面小一些，流量省一些',
  'player.speed': '倍速',
  'player.normal': '正常',
  'player.chapters': '章节',
  'player.stats': '播放数据',
};
