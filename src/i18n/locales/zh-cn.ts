import type { Messages } from './en.js';
import { zhCNRoom } from './zh-cn-room.js';
import { zhCNShop } from './zh-cn-shop.js';

/** 简体中文，全部。 */
export const zhCN: Messages = { ...zhCNRoom, ...zhCNShop };
