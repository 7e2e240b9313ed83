import type { RoomMessages } from './en.js';

/** 房间本身要说的话，照店里人说话的样子写。 */
export const zhCNRoom: RoomMessages = {
  // room
  'room.label': '直播间',
  'room.loading': '正在进入直播间…',
  'room.reconnecting': '连接断开了，正在重新连接…',
  'room.offline': '网络已断开，恢复后会自动继续',
  'room.catchingUp': '正在同步最新内容…',
  'room.viewers': '{count}人在看',
  'room.verified': '认证商家',
  'room.retry': '再试一次',
  'room.more': '更多',
  'room.shelf': '商品',
  'room.shelfCount': '全部商品（{count}）',
  'room.comments': '评论',
  'room.notice': '公告',
  'room.coupons': '优惠',
  'room.couponCount': '优惠（{count}）',
  'room.browse': '先逛逛商品',
  'room.anyMoment': '马上开播，请稍候',
  'room.pausedText': '趁这会儿先逛逛，商品都在',
  'room.interruptedText': '别走开，画面恢复后会自动播放',
  'room.endedText': '商品还在，随时可以下单',
  'comment.placeholder': '说点什么…',

  // phases of a show
  'phase.warmup': '即将开播',
  'phase.startsAt': '{time} 开播',
  'phase.startsIn': '距开播 {time}',
  'phase.live': '直播中',
  'phase.paused': '中场休息，马上回来',
  'phase.interrupted': '主播暂时离开，马上回来',
  'phase.ended': '直播已结束，感谢观看',
  'phase.replay': '回放',

  // player
  'player.label': '直播画面',
  'player.play': '播放',
  'player.tapToHear': '点击开启声音',
  'player.tapToPlay': '点击播放',
  'player.again': '再看一遍',
  'player.notYet': '还没开播，开播后画面会出现在这里',
  'player.reconnecting': '画面恢复中…',
  'player.unreachable': '暂时连不上画面，请检查网络后再试',
  'player.broken': '画面总是中断，请再试一次或刷新页面',

  // what went wrong, and the one thing to do
  'error.internal': '我们这边出了点问题，请再试一次',
  'error.overloaded': '直播间太火爆了，正在为你重试',
  'error.shutting-down': '直播间正在重启，马上回来',
  'error.origin-refused': '本页面无法进入该直播间，请联系商家',
  'error.room-not-found': '直播间不存在，请检查链接',
  'error.room-full': '直播间已满，有空位时会自动进入',
  'error.room-expired': '本场直播已过期，无法观看',
  'error.room-forbidden': '你无法进入该直播间，请联系商家',
  'error.network': '网络不通，请检查网络后再试',
  'error.timeout': '网络有点慢，请再试一次',
  'error.bad-config': '直播间设置有误，请告诉商家',
  'error.no-room': '此处尚未连接直播间，请告诉商家',
  'error.stream-refused': '你无权观看，请刷新页面',
  'error.stream-unsupported': '当前浏览器无法播放，请换一个浏览器打开',
};
