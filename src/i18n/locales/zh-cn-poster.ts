import type { PosterMessages } from './en-poster.js';

/** 直播间的海报，和海报上写的话。 */
export const zhCNPoster: PosterMessages = {
  'poster.label': '海报',
  'poster.title': '直播间海报',
  'poster.drawing': '正在画海报…',
  'poster.ready': '海报画好了',
  'poster.hold': '长按图片，就能保存或转发',
  'poster.save': '保存图片',
  'poster.send': '发送图片',
  'poster.failed': '海报没有画成',
  'poster.again': '再试一次',
  'poster.designs': '样式',
  'poster.editorial': '素雅',
  'poster.market': '夜市',
  'poster.close-up': '特写',
  'poster.warmup': '开播预告',
  'poster.live': '正在直播',
  'poster.replay': '直播回放',
  'poster.today': '就在今天',
  'poster.tomorrow': '就在明天',
  'poster.days': '还有 {count} 天',
  'poster.sale': '秒杀价',
  'poster.from': '{time} 开抢',
  'poster.until': '{time} 截止',
  'poster.hint': '长按或扫码，进入直播间',
};
