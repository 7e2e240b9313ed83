import type { enShare } from './en-share.js';

/** 分享层上的文字：不以任何好处换取分享，也不说已经发出。 */
export const zhCNShare: Record<keyof typeof enShare, string> = {
  'share.live': '正在直播：{title}',
  'share.warmup': '即将开播：{title}',
  'share.replay': '直播回放：{title}',
  'share.pinned': '正在讲解：{product}，{price}',
  'share.guide': '怎样分享到群',
  'share.guideTap': '点击右上角 ···',
  'share.guideWechat': '选择「发送给朋友」，再选群聊',
  'share.guideWecom': '选择「转发」，再选群聊',
  'share.guideDone': '知道了',
  'share.sheet': '分享链接',
  'share.link': '链接',
  'share.copy': '复制链接',
  'share.copied': '链接已复制，去群里粘贴吧',
  'share.byHand': '长按链接即可复制',
  'share.ways': '也可以发到',
  'share.system': '更多',
  'share.poster': '海报',
  'share.makePoster': '生成海报',
  'share.weibo': '微博',
  'share.newWindow': '{name}，打开新页面',
};
