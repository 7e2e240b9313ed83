import type { StatsMessages } from './en-stats.js';

/** 播放数据里的话。 */
export const zhCNStats: StatsMessages = {
  'stats.label': '播放数据',
  'stats.copy': '复制',
  'stats.copied': '已复制',
  'stats.notCopied': '复制失败',
  'stats.close': '关闭播放数据',
  'stats.picture': '画面',
  'stats.shownIn': '{size}，显示为 {room}',
  'stats.quality': '清晰度',
  'stats.auto': '自动',
  'stats.bitrate': '码率',
  'stats.bandwidth': '网速',
  'stats.mbits': '{value} Mbps',
  'stats.buffer': '缓冲',
  'stats.seconds': '{value} 秒',
  'stats.frames': '丢帧',
  'stats.framesOf': '{total} 帧中丢了 {dropped} 帧',
  'stats.latency': '延迟',
  'stats.latencyTarget': '{value} 秒，目标 {target} 秒',
  'stats.stalls': '卡顿',
  'stats.stallsMended': '{stalls} 次，自动恢复 {recoveries} 次',
  'stats.engine': '内核',
  'stats.native': '浏览器自带',
  'stats.source': '地址',
  'stats.unknown': '未知',
};
