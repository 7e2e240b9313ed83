import { enAround } from './en-around.js';
import { enBoard } from './en-board.js';
import { enComfort } from './en-comfort.js';
import { enEntry } from './en-entry.js';
import { enLively } from './en-lively.js';
import { enPlayer } from './en-player.js';
import { enPoster } from './en-poster.js';
import { enRoom } from './en-room.js';
import { enShare } from './en-share.js';
import { enShop } from './en-shop.js';
import { enStats } from './en-stats.js';
import { enTalk } from './en-talk.js';
import { enTrade } from './en-trade.js';

/** Every message of the kit in English; its keys are what every other language must fill. `{name}` is a placeholder. */
export const en = {
  ...enRoom,
  ...enPlayer,
  ...enComfort,
  ...enLively,
  ...enStats,
  ...enTalk,
  ...enShare,
  ...enShop,
  ...enTrade,
  ...enPoster,
  ...enAround,
  ...enBoard,
  ...enEntry,
} as const;

export type RoomMessages = Record<keyof typeof enRoom, string>;
export type PlayerMessages = Record<keyof typeof enPlayer, string>;
export type ShopMessages = Record<keyof typeof enShop, string>;
export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
