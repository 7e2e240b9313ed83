import type { TradeMessages } from './en-trade.js';

/** 选商品、抢购、下单时说的话。 */
export const zhCNTrade: TradeMessages = {
  // the shelf in full

  // one product
  'sheet.label': '商品',
  'sheet.close': '关闭',
  'sheet.pictures': '商品图片',
  'sheet.picture': '第 {index} 张，共 {count} 张',
  'sheet.zoom': '查看大图',
  'sheet.zoomOut': '还原大小',
  'sheet.choose': '请选择 {names}',
  'sheet.chosen': '已选：{names}',
  'sheet.unavailable': '{value}，没有这个组合',
  'sheet.valueSoldOut': '{value}，已抢光',
  'sheet.quantity': '数量',
  'sheet.less': '减一件',
  'sheet.more': '加一件',
  'sheet.most': '每单限购 {count} 件',
  'sheet.stock': '库存 {count} 件',
  'sheet.facts': '商品详情',
  'sheet.answers': '大家问过',
  'sheet.add': '加入购物车',
  'sheet.adding': '正在加入…',
  'sheet.added': '已加入购物车',
  'sheet.buy': '立即购买',
  'sheet.buying': '请稍等…',
  'sheet.ready': '马上就好',
  'sheet.app': '打开 App',
  'sheet.chooseFirst': '先选好{names}',
  'sheet.soldOut': '已抢光',
  'sheet.noneLeft': '这一款刚刚抢光了，看看别的吧',
  'sheet.gone': '该商品已下架',
  'sheet.priceNow': '现在的价格是 {price}',

  // flash sales

  // coupons

  // the cart
};
