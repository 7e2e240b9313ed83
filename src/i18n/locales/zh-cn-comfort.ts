import type { ComfortMessages } from './en-comfort.js';

/** 画面播放时，在一旁说的话。 */
export const zhCNComfort: ComfortMessages = {
  'mini.label': '小窗',
  'mini.back': '回到画面',
  'mini.move': '按方向键可以挪到别的角落',
  'mini.close': '关闭小窗',
};
