import type { EntryMessages } from './en-entry.js';

/** 店铺其他页面上的直播入口说的话。 */
export const zhCNEntry: EntryMessages = {
  'entry.label': '直播',
  'entry.watch': '去看直播：{title}',
  'entry.back': '马上回来',
  'entry.dismiss': '今天不再显示',
  'entry.close': '关闭直播',
};
