import type { TalkMessages } from './en-talk.js';

/** 发言、回复和提问时说的话。 */
export const zhCNTalk: TalkMessages = {
  // own words
  'comment.sending': '发送中…',
  'comment.sent': '已发送：{text}',
  'comment.held': '审核中，通过后大家就能看到',
  'comment.failed': '没发出去，{why}',
  'comment.retry': '重发',
  'comment.edit': '修改',
  'comment.discard': '删除',
  'comment.wait': '{seconds} 秒后可以再发',
  'comment.slow': '每 {seconds} 秒可发一条…',
  'comment.checked': '说点什么…（审核后显示）',
  'comment.emoji': '表情',

  // others' words
  'comment.pickHint': '按确认键选择一条评论，可回复或举报',
  'comment.actions': '这条评论',
  'comment.reply': '回复',
  'comment.replyTo': '回复 {name}',
  'comment.cancelReply': '取消回复',
  'comment.gone': '这条评论已删除',
  'comment.report': '举报',
  'comment.reportWhy': '为什么举报？',
  'comment.spam': '广告刷屏',
  'comment.abuse': '不友善',
  'comment.fraud': '疑似诈骗',
  'comment.other': '其他',
  'comment.reported': '已举报，商家会来处理',

  // above the lines
  'comment.pinned': '置顶',
  'comment.whole': '展开全文',
  'comment.less': '收起',
  'comment.asked': '大家在问',
  'comment.meToo': '同问',
  'comment.meTooFor': '同问 ×{count}：{text}',
  'comment.times': '同问 ×{count}',

  // what happens
  'comment.whoOne': '一位观众',
  'comment.whoMore': '{name}和另外{count}人',
  'comment.whoMany': '{count}位观众',
  'comment.came': '{who}来了',
  'comment.buying': '{who}正去下单',
  'comment.buyingNumber': '{who}正去下单 {number} 号链接',
  'comment.bought': '{who}下单了',
  'comment.boughtNumber': '{who}下单了 {number} 号链接',
};
