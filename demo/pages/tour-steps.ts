import type { Lang, Words } from './lang.js';

/** One stop of the tour: what is said about it, and the page that shows it. */
export interface Step {
  id: string;
  name: Words;
  title: Words;
  text: Words;
  /** Shown as on a phone, or as wide as there is room. */
  frame: 'phone' | 'wide';
  /** Whose token the page wants. */
  token?: 'host' | 'guide';
  /** Takes a `theme`. */
  themed?: boolean;
  /** Address of its page without a language. */
  path: string;
  /** Apps that may be played around its page, as its `app`. */
  apps?: readonly App[];
}

export interface App {
  value: string;
  name: Words;
  text: Words;
}

const apps: readonly App[] = [
  {
    value: 'wechat',
    name: { 'zh-CN': '微信', en: 'WeChat' },
    text: {
      'zh-CN': '网页不许替人打开微信的转发，所以指给顾客看右上角的菜单。发出去的是一张卡片，标题跟着主播走。',
      en: "No page may open WeChat's own forwarding, so the button points to the menu. What goes out is a card whose title follows the host.",
    },
  },
  {
    value: 'wecom',
    name: { 'zh-CN': '企业微信', en: 'WeCom' },
    text: {
      'zh-CN': '员工点一下，直接打开自己的客户群列表，勾选就发。',
      en: 'Staff tap once, and their own list of customer groups opens.',
    },
  },
  {
    value: 'mini-program',
    name: { 'zh-CN': '微信小程序', en: 'Mini-program' },
    text: {
      'zh-CN': '跳到小程序自己的分享页，那里的按钮能选群。示例页已经写好，拷过去就能用。',
      en: "Leads to the mini-program's own share page, whose button opens the chats. The sample page is ready to copy.",
    },
  },
  {
    value: 'dingtalk',
    name: { 'zh-CN': '钉钉', en: 'DingTalk' },
    text: { 'zh-CN': '打开钉钉自己的分享面板。', en: "Opens DingTalk's own panel." },
  },
  {
    value: 'feishu',
    name: { 'zh-CN': '飞书', en: 'Feishu' },
    text: { 'zh-CN': '打开飞书自己的分享面板。', en: "Opens Feishu's own panel." },
  },
  {
    value: 'browser',
    name: { 'zh-CN': '手机浏览器', en: 'Phone browser' },
    text: {
      'zh-CN': '打开手机自带的分享面板，装了什么就能发到哪里。',
      en: "Opens the phone's own share sheet, with every app that is installed.",
    },
  },
  {
    value: 'other',
    name: { 'zh-CN': '其他', en: 'Anything else' },
    text: {
      'zh-CN': '链接先复制好，再给出各家的入口，还能做一张海报。',
      en: 'The link is copied at once, and a sheet shows other ways, a poster among them.',
    },
  },
];

export const steps: readonly Step[] = [
  {
    id: 'share',
    name: { 'zh-CN': '分享', en: 'Share' },
    title: { 'zh-CN': '一个按钮，在哪个应用里都好用', en: 'One button, at home in every app' },
    text: {
      'zh-CN': '换一个应用，再点直播间右下角的分享。手机外面的应用是演示，里面的页面是真的。',
      en: 'Choose an app, then tap share in the room. The app is played, the page is real.',
    },
    frame: 'phone',
    themed: true,
    path: '/h5/',
    apps,
  },
  {
    id: 'poster',
    name: { 'zh-CN': '海报', en: 'Poster' },
    title: { 'zh-CN': '点一下，就是一张能发朋友圈的海报', en: 'A poster at a tap' },
    text: {
      'zh-CN':
        '在顾客手机上现画：正在讲的商品、现在的价格，二维码里是这位顾客自己的链接。上面三种样式，点一下就换。',
      en: "Drawn on the customer's phone, with what is on and its price. The code carries that customer's own link. Three designs to choose from, on top.",
    },
    frame: 'phone',
    themed: true,
    path: '/tour/poster',
  },
  {
    id: 'coming',
    name: { 'zh-CN': '开播前', en: 'Before' },
    title: { 'zh-CN': '预约、倒计时、日历，人先约好', en: 'Reserve, count down, put it in the calendar' },
    text: {
      'zh-CN': '群里点开就是这一页。约好的人开播前收到提醒，到点就在原地开播，还有一张专享券。',
      en: 'This is what opens from the group. Whoever reserves is reminded, and the show begins right here, with a coupon for those who came.',
    },
    frame: 'phone',
    themed: true,
    path: '/h5/?coming',
  },
  {
    id: 'around',
    name: { 'zh-CN': '加好友', en: 'Contacts' },
    title: { 'zh-CN': '从直播间，到好友和门店', en: 'From the room to the shopkeeper and the shop' },
    text: {
      'zh-CN':
        '店主名片、茶友群、门店和活动位，放在直播间里，也能放在商城任何一页。群满了，自动换下一个群码。',
      en: "The shopkeeper's card, the group, the shop and a slot for what is on: inside the room, or on any page. When a group is full, the next one's code is shown.",
    },
    frame: 'wide',
    path: '/coming/#around',
  },
  {
    id: 'entry',
    name: { 'zh-CN': '入口', en: 'Entry' },
    title: { 'zh-CN': '商城任何一页，都通向直播间', en: 'Every page of the shop leads in' },
    text: {
      'zh-CN': '看右下角：正在播什么，多少人在看。关掉的人，一天之内不再打扰。',
      en: 'In the corner: what is on, and how many watch. Whoever puts it away is left alone for a day.',
    },
    frame: 'wide',
    path: '/shop/products/gaiwan',
  },
  {
    id: 'board',
    name: { 'zh-CN': '榜单', en: 'Board' },
    title: { 'zh-CN': '谁带来的朋友多，大家看得见', en: 'Who brought friends along' },
    text: {
      'zh-CN': '没有人会被点名：自己同意了才显示名字，随时可以撤回。',
      en: 'Nobody is named unasked: a name is shown once its owner agrees, and taken away when they say so.',
    },
    frame: 'wide',
    path: '/replay/#board',
  },
  {
    id: 'guide',
    name: { 'zh-CN': '导购', en: 'Guides' },
    title: { 'zh-CN': '每位导购，自己的链接和成绩', en: 'A link and a result for each of your staff' },
    text: {
      'zh-CN': '带来多少人、成交多少、到了哪一档，一目了然。提成由服务器按订单和退款算好。',
      en: 'Who came, what they bought, which tier it makes. The server works it out from orders and refunds.',
    },
    frame: 'phone',
    token: 'guide',
    path: '/guide/',
  },
  {
    id: 'report',
    name: { 'zh-CN': '报告', en: 'Report' },
    title: { 'zh-CN': '一场播完，谁带来的一清二楚', en: 'After the show: who brought whom' },
    text: {
      'zh-CN': '转发传了几层、哪个群最活跃、每位转发者带来几位新客、直接和间接成交多少。表格可以导出。',
      en: 'How far the link travelled, which groups came alive, new viewers per sharer, direct and assisted sales. All of it can be exported.',
    },
    frame: 'wide',
    token: 'host',
    path: '/report/',
  },
];

/** Address of a step's page; its script adds what has been chosen. */
export const addressOf = ({ path }: Step, lang: Lang): string => {
  const [page, anchor] = path.split('#');
  return `${page}${page!.includes('?') ? '&' : '?'}lang=${lang}${anchor ? `#${anchor}` : ''}`;
};
