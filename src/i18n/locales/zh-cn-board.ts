import type { BoardMessages } from './en-board.js';

/** 热心榜上的话。 */
export const zhCNBoard: BoardMessages = {
  'board.label': '热心榜',
  'board.count': '带来 {count} 人',
  'board.you': '你',
  'board.viewer': '匿名观众',
  'board.empty': '还没有人上榜',
  'board.emptyText': '谁带来的朋友多，谁就排在前面',
  'board.notListed': '你还没有上榜',
  'board.behind': '榜单没有更新，正在重试…',
  'board.showName': '在榜上显示我的名字',
  'board.namedAs': '大家会看到“{name}”',
  'board.nameless': '现在只显示名次，不显示名字',
  'board.guest': '游客上榜不显示名字',
  'board.forget': '不再上榜',
  'board.forgetAsk': '之后谁也看不出哪些人是你带来的，也无法恢复',
  'board.forgetYes': '确定不再上榜',
  'board.forgetNo': '取消',
  'board.forgotten': '已经把你从榜上移除',
};
