import type { AroundMessages } from './en-around.js';

/** 直播前后要说的话：预约、加好友、公告、活动、门店。 */
export const zhCNAround: AroundMessages = {
  // to be reminded
  'remind.label': '开播预约',
  'remind.reserve': '预约直播',
  'remind.busy': '请稍等…',
  'remind.reserved': '已预约',
  'remind.done': '预约成功，{time} 不见不散',
  'remind.doneSoon': '预约成功，直播间见',
  'remind.released': '已取消预约',
  'remind.days': '{days}天 {time}',
  'remind.offer': '预约专享',
  'remind.offerNote': '开播后可领，共 {total} 张，先到先得',
  'remind.offerDraw': '开播后在预约且参与的观众中抽 {total} 位',
  'remind.live': '正在直播',
  'remind.watch': '进入直播间',
  'remind.over': '直播已结束',
  'remind.cancelled': '本场直播已取消',
  'remind.expired': '预约已截止',
  'remind.calendar': '加入日历',
  'remind.file': '本机日历',
  'remind.web': '{name} 日历',
  'remind.copy': '复制时间和链接',
  'remind.copied': '已复制，去日历里粘贴吧',
  'remind.notCopied': '没复制上，长按文字选中再复制',
  'remind.inApp': '这里打不开日历，复制下来，到日历里粘贴',

  // a person or a group to add
  'contact.label': '联系店家',
  'contact.open': '加好友',
  'contact.group': '群',
  'contact.codeOf': '{title}的二维码',
  'contact.hold': '长按识别二维码',
  'contact.scan': '扫一扫添加',
  'contact.until': '{time} 前有效',
  'contact.finding': '正在为你找位置…',
  'contact.full': '群都满了，发条评论问问主播吧',
  'contact.fullAccount': '二维码都满了，搜索账号添加吧',
  'contact.noPicture': '二维码没加载出来',
  'contact.account': '账号：{account}',
  'contact.copy': '复制账号',
  'contact.copied': '账号已复制',
  'contact.notCopied': '没复制上，长按账号选中再复制',

  // notice, promotions, the shop one can walk into
  'notice.label': '公告',
  'notice.more': '展开',
  'notice.less': '收起',
  'lead.url': '去看看',
  'lead.product': '看商品',
  'lead.contact': '加好友',
  'promo.label': '店铺推荐',
  'store.label': '到店逛逛',
  'store.map': '地图',
  'store.call': '打电话',
  'store.hours': '营业时间',

  // the mark beside the host’s name
  'verified.title': '认证商家',
  'verified.text': '直播间的运营方已核实{name}的商家身份。商品和服务由商家负责。',
};
