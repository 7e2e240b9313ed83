import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { explainShareFault, shareFault, shareFaultsIn, type ShareRule } from './share-rules.js';

const bad: Record<ShareRule, string[]> = {
  reward: [
    '分享得红包',
    '分享直播间领10元优惠券',
    '转发到微信群，领取现金红包',
    '转发有奖',
    '分享有礼，人手一份',
    '分享赚佣金，自购省钱',
    '自购省，分享赚',
    '邀请3位好友即可免单',
    '邀请好友，送您50积分',
    '每邀请1人奖励5元',
    '拉新返现，上不封顶',
    '拉3个人进群送小样',
    '分享到朋友圈后找客服领取代金券',
    '把直播间发到群里，就能抽免单',
    '领券条件：分享到两个群',
    '想要红包？只需转发本直播间',
    '分 享 直 播 间 领 红 包',
    '分·享·得·券',
    '分享直播間領紅包',
    '轉發有禮',
    '邀請好友送購物金，獎勵50元',
    '轉發給三位朋友即可獲得優惠券',
    'Share and win a prize!',
    'Share this room to get 10% off',
    'Invite 3 friends and get a free gift',
    'Refer a friend, earn $10',
    'Get a coupon when you share the link',
    'Forward to your group for a red packet',
    'Repost this and receive 20 points',
    'Earn commissions by sharing',
    'SHARE TO WIN',
  ],
  gate: [
    '分享后解锁回放',
    '分享到群才能看下半场',
    '转发后即可观看',
    '先分享再抽奖',
    '需分享后进入直播间',
    '分享後解鎖重播',
    'Share to unlock the replay',
    'Share this page to watch the second half',
    'Unlock the price by sharing',
    'You must share first',
  ],
  chance: [
    '分享一次多一次抽奖机会',
    '转发可提高中奖率',
    '邀请好友增加抽奖次数',
    '分享多得一次抽獎機會',
    'Share for an extra chance to win',
    'Every share gives you one more entry',
    'Invite friends for more spins',
  ],
  help: [
    '邀请好友助力领好礼',
    '找人帮我砍一刀',
    '好友砍价，0元拿',
    '助力成功得福袋',
    '請好友幫我砍價',
    'Ask three friends to help slash the price',
  ],
  collect: [
    '集满38个赞送面膜',
    '集赞换礼',
    '集齐五福',
    '朋友圈打卡返学费',
    '集滿30個讚送小樣',
    'Collect 20 likes from friends',
  ],
  proof: ['转发朋友圈截图找客服', '分享本页并截图', 'Send us a screenshot of your shared post'],
  recruit: ['发展下线，躺着赚钱', '三级分销，层层返利', '下级成交你也有提成', 'Build your downline today'],
};

/** Of whatever rule. */
const alsoBad = [
  '把链接转到家族群，私信我领大礼包',
  '转发本场直播到3个群，截屏给客服送毛巾',
  '动动手指分享一下，马上领20元',
  '邀请两位新用户，各得15元红包',
  '拼手气！叫上朋友助力，最高拿888元',
  '分享越多，奖品越多',
  '分享达人榜前三名奖励现金',
  '分享直播间抽免单',
  '转发朋友圈，赢取双人游',
  '分享此页面给5个好友，免费领取面膜',
  '喊朋友来，大家一起分红包，拉1人得2元',
  '凭转发记录到店领伴手礼',
  '成功推荐好友购买返10%',
  '推荐给朋友，朋友下单你得佣金',
  '转发直播预告，优先抽奖',
  '发到群里就送小样',
  '每带来一位新朋友，送10积分',
  '分享三个群解锁秘密价',
  '转发才有优惠',
  '邀請朋友加入即送購物金',
  '分享即抽獎',
  '分享連結給好友就能拿回饋金',
  '把直播連結傳給三位朋友，領小禮',
  'Tell a friend and you both get $5',
  "Invite your friends and you'll both save 20%",
  'Share with 3 groups to enter the draw',
  'Post this in your group chat and get a free sample',
  'Share the live & win!',
  "Bring a friend's name: share the link for a bonus",
  'Send this link to 5 friends to unlock a secret coupon',
  'Share now, save 15%',
  '把本页发给群友，满5人点开即送试用装',
  '转发微博抽三位送茶礼',
  '分享好友得现金，秒到账',
  '快叫姐妹们来助力，助力满10人免费拿',
  '每成功邀请一位好友进入直播间奖励2元',
  '分享朋友圈满30赞，到店领围巾',
  '直播间分享榜第一名送手机',
  '点右上角分享，马上解锁隐藏价',
  '转发给3位好友，截图发客服，立减50',
  '邀请有礼：邀1人返10元',
  '帮我点一下，就差一刀了',
  '发送给朋友后可领取无门槛券',
  '分享給親友即可獲得抽獎資格',
  "Share with a friend and you'll each receive a voucher",
  "Invite a friend and we'll send you a free sample",
  'Refer and earn',
  'Like and share to win',
  'Share this post for a chance to win',
  'The more you share, the more you save',
];

const good = [
  '点击右上角 ··· 发送给朋友',
  '分享给好友，一起看直播',
  '分享直播间',
  '欢迎转发给喜欢喝茶的朋友',
  '分享给朋友，今晚8点整点抽奖，人人有份',
  '直播间人人可领10元券',
  '全场满100减20，进店即领',
  '点赞到10万，全体抽奖',
  '主播分享穿搭心得，值得一看',
  '店长分享：怎么挑一只好茶壶',
  '新品分享会，到店有好礼',
  '好物分享，今天领券下单',
  '分享你的尺码，主播帮你选',
  '无需分享，人人可领',
  '领券不需要转发',
  '不分享也能领红包',
  '分享与否都能参加抽奖',
  '中奖与分享无关',
  '请勿要求好友助力',
  '诚挚邀请您来直播间领券',
  '邀请您参加新品首发，进店有礼',
  '分享后好友可以直接进入直播间',
  '助力乡村振兴，产地直发',
  '厂家直播，主播现场砍价',
  '砍柴刀套装，领券立减20元',
  '采集福建高山茶，每份送试用装',
  '集卡册收纳本',
  '收集卡片的盒子，拍二送一',
  '密集赞誉，限时特价',
  '发货到家，送运费险',
  '推荐给大家的三款茶',
  '买一送一，带回家',
  '带两件更划算，立减30元',
  '红包雨20:00开始，在直播间里就能抢',
  '关注店铺领5元券',
  '加入会员得积分',
  '评论区抽3位送礼盒',
  '預約開播提醒，可領10元券',
  '分享給朋友一起看',
  '轉轉杯套組，領券折20元',
  'Share the room with friends',
  'Share this live room',
  'Share it with friends who love tea, and save the date',
  'Everyone in the room can claim the coupon',
  'Share the room: everyone in it gets the same coupon',
  'No need to share: the coupon is for all viewers',
  'You get it whether or not you share',
  'Sharing is not required to win',
  'Our host shares tips to save money on tea, and a free recipe',
  'Share your size and get advice',
  'Share your question with us and win',
  'Market share prizes of 2025',
  'Refer to the size chart for 10% off items',
  'Free shipping over $50',
  'Tag: linen, free returns',
  'Win a gift box: comment during the show',
  'Forward-facing pockets, 20% off',
  'Claim 10% off before the show ends',
  'Invite only: get the preview',
  'Best friends gift set, save $10',
  '来，把好物带回家，送朋友也体面',
  '送朋友送长辈都合适，买就送礼袋',
  '朋友聚会必备零食，满99减20',
  '爸妈也能看懂的直播，转给他们看看',
  '欢迎把直播间转发到家族群，一起看',
  '转发语：今晚8点，春茶开播',
  '发朋友圈也好看的茶具',
  '适合和朋友分享的大份量，第二件半价',
  '一家人分享装，立减10元',
  '分享装坚果礼盒',
  '可以分享的快乐，半价入手',
  '朋友推荐来的都说好',
  '老客户推荐款，限时优惠',
  '带好友一起来店里坐坐，茶水免费',
  '群友专享价，仅限本场',
  '宝妈推荐，送收纳盒',
  '拉链款卫衣，领券减30',
  '拉人气的餐桌摆件',
  '赞不绝口的味道，限时免单抽奖',
  '点赞过十万，抽10位免单',
  '打卡网红店同款，5折',
  '赞助商提供奖品',
  '邀请函：春季新品首发',
  '请提前邀请家人一起看',
  '转账请走平台，切勿私下付款',
  '发票随货，领取方式见详情',
  '传家宝级铸铁锅，送锅铲',
  '下级分类：杯具',
  '大家带着问题来，主播答疑送福利',
  '推荐搭配：满200送围巾',
  '推荐给敏感肌，送试用装',
  '集合啦！今晚抽奖',
  '砍掉中间商，价格更低',
  '好友价：99元',
  '转角书架，送安装',
  '加急发货，送运费险',
  'Share-size bag, 20% off',
  'A great gift to share with friends, now $20 off',
  'Perfect for sharing: family pack, buy 2 get 1 free',
  'Invite friends over for tea; free cups with every pot',
  'Friends and family price: save 15%',
  'Post-show replay available for free',
  'Forward to summer with 30% off',
  'Refer to the label to get washing instructions',
  'Share the love this spring: up to 30% off',
  'Tag us in your photos',
  'Passes on every saving to you',
  'Gift card for friends: get $5 off',
  '今晚20:00，和朋友一起来直播间看新茶',
  '点右上角把直播间发给朋友',
  '朋友送的礼物也能在这里挑',
  '本场红包全部发给直播间观众',
  '开播提醒已发送，届时领券',
  '转动转盘，人人有机会',
  '带货主播推荐，立减30',
  '领券后可叠加会员折扣',
  '群里见：今晚福利多多',
  '我们会把中奖名单发到群里',
  '新人进店领5元券',
  '拉丝不锈钢锅，送铲子',
  '发热围巾，满减',
  '发圈三件套，买二送一',
  '朋友圈都在穿的裙子，限时8折',
  '闺蜜装两件减40',
  '姐妹同款，送发夹',
  '亲友团优惠已开始',
  '带上朋友到店，一起品茶',
  '赞过的都说好，送小样',
  '一刀切不掉的好面包',
  '请发送订单号给客服领取赠品',
  '扫码加好友，专属客服为您服务',
  'Invite your friends to watch with you',
  'Share what you bought in the comments',
  'Send this gift to a friend, free wrapping',
  'Tell us your size and get advice',
  'Friends get the same price as you',
  'Get 10% off your first order',
  'Recruiting hosts for our next show',
];

for (const rule of Object.keys(bad) as ShareRule[]) {
  test(`found, and said to be what it is: ${rule}`, () => {
    for (const text of bad[rule]) assert.equal(shareFault(text)?.rule, rule, text);
  });
}

test('found in other words', () => {
  assert.deepEqual(
    alsoBad.filter(text => !shareFault(text)),
    [],
  );
});

test('what shops say without meaning that is left alone', () => {
  const found = good.flatMap(text => {
    const fault = shareFault(text);
    return fault ? [`${text} → ${fault.rule}: ${fault.words}`] : [];
  });
  assert.deepEqual(found, []);
});

test('inside a longer text it is found as well, with the words as they were written', () => {
  for (const text of ['分享得红包', '轉發有禮', 'Share and win a prize']) {
    const fault = shareFault(`新茶到店，产地直发。${text}！今晚见`);
    assert.ok(fault && text.toLowerCase().includes(fault.words.toLowerCase()), `${text}: ${fault?.words}`);
  }
  const fault = shareFault('快来！分 享 得 红 包 吧')!;
  assert.equal(fault.words, '分 享 得 红 包');
  assert.match(
    explainShareFault(fault),
    /^"分 享 得 红 包" promises something for passing the link on; .*whole room/,
  );
});

test('any text is read through quickly, and never fails', () => {
  const parts = [...Object.values(bad).flat(), ...good].flatMap(text => text.split(/(?<=.{3})/u));
  const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme' })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, list => {
      const joined = list.join('');
      const fault = shareFault(joined);
      assert.ok(!fault || joined.includes(fault.words));
    }),
    { numRuns: 300 },
  );
  shareFault('分享'.repeat(5000));
  shareFault('share invite friends '.repeat(2000));
});

test('the places of a show', () => {
  const show = {
    title: { 'zh-CN': '春茶', en: 'Share and win a prize' },
    products: [{ id: 'a', price: 1, facts: [null, '分享得红包'] }],
  };
  assert.deepEqual(
    shareFaultsIn(show).map(({ path, fault }) => [path, fault.rule]),
    [
      ['title.en', 'reward'],
      ['products[0].facts[1]', 'reward'],
    ],
  );
});
