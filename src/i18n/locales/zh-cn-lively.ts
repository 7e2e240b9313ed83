import type { LivelyMessages } from './en-lively.js';

/** 飘过画面的，和点一下送出的。 */
export const zhCNLively: LivelyMessages = {
  'danmaku.label': '弹幕',
  'danmaku.note': '评论从画面上方飘过',
  'danmaku.noteStill': '评论在画面上方显示，不飘动',
  'danmaku.host': '主播',
  'danmaku.assistant': '小助手',
  'danmaku.simulated': '模拟',

  'reaction.label': '点赞',
  'reaction.total': '{count}个赞',
  'reaction.given': '你送出了{count}个赞，全场共{total}个赞',
};
