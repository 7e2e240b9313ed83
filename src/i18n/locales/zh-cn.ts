import type { Messages } from './en.js';
import { zhCNAround } from './zh-cn-around.js';
import { zhCNBoard } from './zh-cn-board.js';
import { zhCNComfort } from './zh-cn-comfort.js';
import { zhCNEntry } from './zh-cn-entry.js';
import { zhCNLively } from './zh-cn-lively.js';
import { zhCNPlayer } from './zh-cn-player.js';
import { zhCNPoster } from './zh-cn-poster.js';
import { zhCNRoom } from './zh-cn-room.js';
import { zhCNShare } from './zh-cn-share.js';
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
  ...zhCNShare,
  ...zhCNShop,
  ...zhCNTrade,
  ...zhCNPoster,
  ...zhCNAround,
  ...zhCNBoard,
  ...zhCNEntry,
};
