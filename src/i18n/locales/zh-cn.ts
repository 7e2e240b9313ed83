import type { Messages } from './en.js';
import { zhCNComfort } from './zh-cn-comfort.js';
import { zhCNLively } from './zh-cn-lively.js';
import { zhCNPlayer } from './zh-cn-player.js';
import { zhCNRoom } from './zh-cn-room.js';
import { zhCNShop } from './zh-cn-shop.js';
import { zhCNStats } from './zh-cn-stats.js';
import { zhCNTalk } from './zh-cn-talk.js';
import { zhCNTrade } from './zh-cn-trade.js';

/** 简体中文，全部。 */
export const zhCN: Messages = {
  ...zhCNRoom,
  ...zhCNPlayer,
  ...zhCNComfort,
  ...zhCNLively,
  ...zhCNStats,
  ...zhCNTalk,
  ...zhCNShop,
  ...zhCNTrade,
};
