import type { ShelvingKey } from './shelving-en.js';

/** 中控台：添加商品，改规格的价格和库存。 */
export const shelvingZhCN: Record<ShelvingKey, string> = {
  'shelving.add': '添加商品',
  'shelving.title': '商品标题',
  'shelving.number': '链接编号',
  'shelving.price': '价格',
  'shelving.was': '划线价',
  'shelving.currency': '币种',
  'shelving.group': '货架分组',
  'shelving.picture': '图片网址',
  'shelving.link': '购买链接',
  'shelving.optional': '选填',
  'shelving.put': '上架',
  'shelving.done': '“{title}”已上架',
  'shelving.wrong.title': '请填写标题，最多 {most} 个字',
  'shelving.wrong.number': '请填整数，不能和其他商品重复',
  'shelving.wrong.price': '请填金额，例如 129.90',
  'shelving.wrong.was': '要高于价格，也可以不填',
  'shelving.wrong.currency': '三个字母，例如 CNY',
  'shelving.wrong.stock': '请填整数，也可以不填',
  'shelving.wrong.group': '分组名太长了',
  'shelving.wrong.picture': '网址要以 https:// 开头',
  'shelving.wrong.link': '网址要以 https:// 开头',
};
