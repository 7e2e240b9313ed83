/**
 * What no text of a room may say. The apps that carry the link block it, its domain and the shop's account for any of
 * these (《微信外部链接内容管理规范》: 利益诱导分享); `recruit` is against the law of pyramid selling (禁止传销条例).
 */
export type ShareRule = 'reward' | 'gate' | 'chance' | 'help' | 'collect' | 'proof' | 'recruit';

export interface ShareFault {
  rule: ShareRule;
  /** The words it was found in, as they stand in the text. */
  words: string;
}

/** What each rule forbids, for who wrote the text. */
export const shareRules: Readonly<Record<ShareRule, string>> = {
  reward: 'promises something for passing the link on',
  gate: 'opens something only to who passes the link on',
  chance: 'gives better chances for passing the link on',
  help: 'has friends help for a benefit (助力, 砍价)',
  collect: 'has likes, cards or signs collected from friends (集赞, 集卡)',
  proof: 'asks for proof that the link was passed on',
  recruit: 'pays for recruits or for what they sell (传销)',
};

/** One sentence about a fault: what it is, and what to do. */
export const explainShareFault = ({ rule, words }: ShareFault): string =>
  `"${words}" ${shareRules[rule]}; apps block the link and the shop for it: give it to the whole room, or take it out`;

/** Traditional letters that stand in what is looked for, and their simplified ones. */
const traditional = new Map(
  '轉转發发領领賺赚獎奖紅红禮礼積积費费現现獲获請请給给幫帮價价讚赞贊赞齊齐鎖锁傭佣機机會会優优單单換换達达滿满數数後后個个線线級级銷销團团隊队進进觀观開开啟启與与無无須须將将從从額额圖图憑凭禮礼貼贴動动減减親亲們们樂乐強强點点參参預预購购買买賣卖錢钱幣币塊块碼码壓压親亲戰战傳传薦荐條条讓让過过'
    .match(/../gu)
    ?.map(pair => [pair[0]!, pair[1]!]),
);

/** Put in between so that nobody finds the words: blanks, dots, stars, letters of no width. */
const filler = /[\s\u200b-\u200f\u2060\ufeff*·•_~^|｜-]/;
const chinese = /[\u4e00-\u9fff]/;

/** The text as it is searched, and where each of its letters stood. */
function folded(text: string): { plain: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const one = text[i]!;
    // What fills the gap between two Chinese letters says nothing; between words of other languages it parts them.
    if (filler.test(one) && chinese.test(plain.slice(-1))) {
      let next = i + 1;
      while (next < text.length && filler.test(text[next]!)) next += 1;
      if (next < text.length && chinese.test(text[next]!)) {
        i = next - 1;
        continue;
      }
    }
    for (const letter of one.normalize('NFKC').toLowerCase()) {
      plain += traditional.get(letter) ?? letter;
      for (let n = 0; n < letter.length; n += 1) places.push(i);
    }
  }
  return { plain, places };
}

const friends =
  '(?:好友|朋友|亲友|亲朋|家人|同事|闺蜜|姐妹|兄弟|宝妈|邻居|伙伴|新人|新用户|新客|他人|别人|群友|粉丝)';
const some = '(?:\\d+|[一二三四五六七八九十两几多]+)?(?:个|位|名)?';
/** Passing on. */
const S =
  `(?:分享|转(?:发|给|群|到|进)|裂变|成功推荐|推荐${some}${friends}|(?:发|推荐|推|安利|传)(?:送)?(?:给|到|至|进)[^，。！？；]{0,5}?(?:${friends}|群|圈)|` +
  `(?:邀请?|拉|叫|喊|带来?)[^您你，。！？；]{0,3}?${some}${friends}|(?:邀请?|拉|带)${some}人|拉新)`;
/** Something to be had. */
const N =
  '(?:红包|礼包|礼品|礼物|礼金|好礼|大礼|豪礼|赠品|优惠|折扣|\\d折|立减|券|代金|积分|话费|流量|现金|返现|返利|佣金|提成|奖|' +
  '免单|免费|半价|福利|福袋|金币|余额|会员|小样|正装|试用装|零元|[零\\d.]+元|[¥$€£]\\d|\\d+块)';
const V =
  '(?:领取?|得到?|获得?|获取|赚取?|抽取?|送|拿|赢取?|兑换?|返|享受?|换取?|瓜分|有机会|奖励?|赠送?|立减|减免?|抵扣?)';
/** Within a sentence. */
const r = (n: number) => `[^。！？!?；;\\n]{0,${n}}?`;
/** Whatever binds what follows to the sharing. */
const then =
  '(?:即可|即|就能?|就可以?|便可?|可以?|才能?|才可以?|方可|方能|之?后|完|成功|满|够|并|再|立刻|马上|都能|均可)';

const chineseRules: readonly (readonly [ShareRule, string])[] = [
  [
    'recruit',
    `发展(?:你的|您的|自己的)?下线|拉人头|三级分销|多级分销|团队计酬|(?:下线|下级|徒弟)${r(6)}(?:提成|返佣|返利|佣金|分红)`,
  ],
  [
    'help',
    `(?:${friends}|邀请?|找人|请人|帮我|为我|给我|来)[^，。！？；]{0,4}?助力|助力(?:领|得|拿|享|免|抢|成功|值|榜|\\d|${friends})|助力${r(4)}${N}`,
  ],
  [
    'help',
    `(?:${friends}|邀请?|找人|请人|帮我|替我)[^，。！？；]{0,4}?砍(?!伐|柴|树)|砍一刀|差一刀|帮我点|帮砍|砍价?到?(?:免费|0元|零元)|${friends}[^，。！？；]{0,4}?(?:加速|帮拆|帮点|帮抢)`,
  ],
  [
    'collect',
    `(?:^|[^采收聚召汇募密云])集(?:满|够|齐|到)?${some}赞|攒${some}赞|(?:朋友圈|分享|转发)${r(6)}满?\\d+个?赞|求(?:个|点)?赞${r(8)}${N}|(?:^|[^采收聚召汇募密云])集(?:齐|满)?${some}(?:卡(?!册|包|本|盒|车|装)|碎片|五福)|(?:朋友圈|分享|转发)${r(4)}打卡${r(8)}(?:${N}|返|退)`,
  ],
  ['proof', `${S}${r(10)}截[图屏]|截[图屏]${r(6)}${S}`],
  [
    'chance',
    `${S}${r(12)}(?:机会|次数|概率|几率|机率|中奖率|胜率)|(?:机会|次数|概率|中奖率)${r(8)}(?:只需|请|需|要|来)?${S}`,
  ],
  [
    'gate',
    `${S}[^。！？!?]{0,10}?(?:解锁|才能|方可|方能|才可以?)|${S}[^。，！？,!?]{0,8}?(?:后|即可|就能|就可以|便可|可)(?!以?直接)[^。！？!?]{0,4}?(?:观看|查看|看(?!到)|进入|进群|继续|参与|参加|购买|下单|开启|播放|回放|开播|入场)|(?:先|需|需要|必须|须)${S}(?:本?(?:直播间?|页面|链接))?[^。！？!?]{0,6}?(?:再|才|后)`,
  ],
  [
    'reward',
    `${S}[^。！？；!?;]{0,20}?${V}${r(6)}${N}|${S}[^。！？；!?;]{0,12}?${then}(?:${V}|${N})|` +
      `${S}[^。！？；!?;]{0,12}?(?:领取|赢取?|免费(?:领|拿|送|得|试)|瓜分|抽(?:[奖取免]|.{0,3}[位名人])|兑换|小礼)`,
  ],
  [
    'reward',
    `${S}(?:有奖|有礼|有好礼|赚|返佣|返现|返利|奖励|福利|红包|现金|免单|送券|领券|得券|换券|就?送|购?[^。！？]{0,3}返\\d)|` +
      `${S}[^。！？]{0,4}?(?:越多|(?:才|就)(?:有|送|返)|(?:记录|凭证)[^。！？]{0,8}?(?:领|送|兑|换))|自[购用]省${r(2)}分享|分享${r(4)}赚|分享(?:人数)?(?:榜|之星|王)${r(10)}(?:送|奖|得)`,
  ],
  [
    'reward',
    `(?:领|得|抽|赢|拿|送|想要|免费)${r(6)}${N}[？?]?${r(8)}(?:条件|方式|方法|请|需要?|须|先|前提|只需|只要|仅需)[^。！？!?]{0,6}?${S}|` +
      `凭${S}`,
  ],
  ['reward', `每?(?:成功)?${S}[^，。！？]{0,6}?(?:奖励?|返|送|赠|得)(?:您|你)?${r(4)}${N}`],
];

/** Taken out first: another kind of sharing, or said to be unneeded. */
const harmlessChinese = new RegExp(
  '(?:好物|经验|干货|知识|新品|主播|嘉宾|老师|达人|专家|设计师|厂长|店长|掌柜|大厨|医生|教练|用户|买家|客户)[^，。！？]{0,3}分享|' +
    '分享(?:会|课|官|装|包|袋|桶|盒|型|款|价|欲|的快乐|家|者|嘉宾|主题|经验|心得|干货|知识|技巧|穿搭|故事|生活|好物|秘诀|秘籍|给(?:大家|您|你|各位)|你的|您的|自己的)|' +
    '(?:无需|不用|不必|无须|不需要?|不要求?|不得|不能|不可|不会|禁止|严禁|请勿|切勿|谢绝|没有|并非|不以)[^，。！？]{0,6}?(?:分享|转发|邀请|助力|砍价|集赞|截图|拉人头|发展下线)[^。！？]*|' +
    '(?:是否|不论|无论|不管|不)[^，。！？]{0,2}(?:分享|转发)(?:与否)?[^。！？]*|(?:分享|转发)(?:与否|不与|和|跟)[^。！？]*?(?:都|无关)[^。！？]*|与(?:分享|转发)[^。！？]*?无关',
  'g',
);
/** Between the two: then it is for everybody, or of something else. */
const forAll =
  /人人|大家|所有|全员|全场|每位(?:观众|朋友)|整点|直播间[里内]|(?:下单|付款|购买|到店)(?!.*(?:佣金|返|提成))|[，,][^，,]{0,3}(?:今晚|今天|明晚|本周|周[一-日]|\d+点|我们|主播|直播间|本店|店里|一起|买|关注|评论|点赞|进店|预约)|后.{0,2}(?:好友|朋友|对方|家人|群友)/;

const w = (n: number) => `(?:[^\\s.!?;]+ ){0,${n}}?`;
const SE =
  `\\b(?:shar(?:e|es|ing)|forward(?:s|ing)?|re-?post(?:s|ing)?|retweet(?:s|ing)?|tag(?:ging)? ${w(2)}friends?|pass(?:ing)? (?:it|this|the link) on|send(?:ing)? (?:this|the) (?:link|room|page|live|show)|post(?:ing)? (?:this|it) (?:in|to)|tell(?:ing)? ${w(2)}friends?|` +
  `(?:invit(?:e|es|ing)|refer(?:s|ring)?|recruit(?:s|ing)?) ${w(3)}(?:friends?|people|others|contacts|families|family|buyers|members|users))\\b`;
const NE =
  '(?:coupons?|vouchers?|discounts?|rewards?|prizes?|gifts?|cash(?:back)?|store credit|credits|points|bonus(?:es)?|free(?:bies?)?|red (?:packets?|envelopes?)|commissions?|\\d+ ?% ?(?:off|back)?|[$€£¥] ?\\d+)';
const VE = '(?:get|gets|win|earn|unlock|receive|claim|grab|score|gain|enjoy|collect|make|be rewarded|save)';

/** Who invites friends to watch offers them the show; who has to share to watch pays for it. */
const SO = '\\b(?:shar(?:e|ing)|forward(?:ing)?|re-?post(?:ing)?)\\b';

const englishRules: readonly (readonly [ShareRule, string])[] = [
  [
    'recruit',
    `\\brecruit ${w(4)}(?:earn|get|and be paid|commission)|\\b(?:multi-?level|three-tier) (?:commissions?|marketing)|\\byour downline\\b`,
  ],
  [
    'help',
    `\\b(?:ask|get|have) ${w(2)}friends? to (?:help|boost|slash|bargain|cut)|\\bfriends? ${w(2)}(?:slash|cut) (?:the|your) price`,
  ],
  [
    'collect',
    `\\bcollect ${w(2)}(?:likes|cards|stamps) from|\\b\\d+ likes? ${w(3)}(?:get|win|unlock|for) ${w(3)}${NE}`,
  ],
  ['proof', `\\bscreenshot ${w(5)}(?:shared?|post|sharing)\\b|${SE}[^.!?;]{0,30}?\\bscreenshot`],
  [
    'chance',
    `${SE}[^.!?;]{0,40}?\\b(?:chances?|odds|entry|entries|tickets?|spins?|draws?)\\b|\\b(?:extra|more|another|better) (?:chances?|odds|entry|entries|spins?)\\b[^.!?;]{0,24}?${SE}`,
  ],
  [
    'gate',
    `${SO}[^.!?;]{0,24}?(?:\\bto (?:unlock|enter|watch|continue|view|see|open|play|access|take part|join the)\\b|\\bunlocks?\\b)|\\bunlocks? [^.!?;]{0,30}?\\b(?:by|when|after|once) (?:you )?${SE}|\\b(?:must|have to|need to) ${SE}`,
  ],
  [
    'reward',
    `${SE}[^.!?;]{0,36}?\\b${VE} ${w(5)}${NE}|${SE}[^.!?;]{0,24}?(?:\\bto (?:win|earn|claim|save)\\b|(?:\\band|&) (?:win|earn)\\b|\\bfor ${w(3)}${NE})`,
  ],
  [
    'reward',
    `\\brefer (?:and|&) earn\\b|\\bthe more you (?:share|invite|refer)\\b|${SE}[^.!?;]{0,30}?\\bwe(?:'ll| will)? (?:send|give) you ${w(4)}${NE}|\\b(?:${VE}|${NE}) [^.!?;]{0,36}?\\b(?:when|if|after|once|by|for|for every|each time|every time) (?:you )?${w(1)}${SE}`,
  ],
];

const harmlessEnglish = new RegExp(
  "\\b(?:we|i|hosts?|she|he|they|chefs?|team|experts?|designers?|will|market|lion's|fair) (?:\\w+ )?shar(?:es?|ed|ing)\\b|" +
    `\\bshar(?:e|ing) (?:your|their|her|his|our|with us|in)\\b(?! (?:link|room|live|page|screen))|` +
    `\\b(?:no need to|no one has to|nobody has to|don't (?:have|need) to|do not (?:have|need) to|needn't|never|without|not|no)(?: \\w+){0,2}? (?:shar(?:e|ing)|forward(?:ing)?|invit(?:e|ing)|refer(?:ring)?)\\b[^.!?;]*|` +
    '\\b(?:for sharing|to share with|sharing (?:packs?|size|plates?|platters?|bags?|box)|share-size)\\b|\\bsharing (?:is|makes no)\\b[^.!?;]*?(?:not|no|optional|never)[^.!?;]*|\\bwhether or not you share[^.!?;]*',
  'g',
);
const forEverybody =
  /\b(?:everyone|everybody|all viewers|all of you|the whole room|whoever|in the room)\b|[.,:] ?(?:tonight|today|at \d|we)\b/;

const compile = (rules: readonly (readonly [ShareRule, string])[]) =>
  rules.map(([rule, source]) => ({ rule, pattern: new RegExp(source, 'g') }));
let compiled: { rule: ShareRule; pattern: RegExp; excuse: RegExp | undefined }[] | undefined;
/** Of what is for everybody: the other rules have no such excuse. */
const excusable: readonly ShareRule[] = ['reward', 'gate', 'chance'];

/** Nothing of it: nearly all texts. */
const suspicious =
  /分享|转|帮|刀|裂变|推|发|邀|拉|叫|喊|带|助力|砍|集|赞|下线|下级|徒弟|分销|计酬|安利|传|好友|朋友|share|sharing|forward|repost|tweet|tag|pass|invit|refer|recruit|downline|level|tier|friend|likes|screenshot|post|send/;

/** The first thing `text` says that no text of a room may say. Simplified and traditional Chinese, and English. */
export function shareFault(text: string): ShareFault | undefined {
  const { plain, places } = folded(text);
  if (!suspicious.test(plain)) return undefined;
  const blank = (found: string) => '。'.repeat(found.length);
  const searched = plain.replace(harmlessChinese, blank).replace(harmlessEnglish, blank);
  compiled ??= [
    ...compile(chineseRules).map(one => ({ ...one, excuse: forAll })),
    ...compile(englishRules).map(one => ({ ...one, excuse: forEverybody })),
  ].map(one => (excusable.includes(one.rule) ? one : { ...one, excuse: undefined }));
  for (const { rule, pattern, excuse } of compiled) {
    pattern.lastIndex = 0;
    for (let found = pattern.exec(searched); found; found = pattern.exec(searched)) {
      const [words] = found;
      if (excuse?.test(words)) {
        pattern.lastIndex = found.index + 1;
        continue;
      }
      const from = places[found.index] ?? 0;
      const to = (places[found.index + words.length - 1] ?? from) + 1;
      return { rule, words: text.slice(from, to).trim() };
    }
  }
  return undefined;
}

/** Where in `value`, a show or a part of one, something is said that may not be said: `path` as `around.promos[0].title`. */
export function shareFaultsIn(value: unknown, path = ''): { path: string; fault: ShareFault }[] {
  if (typeof value === 'string') {
    const fault = shareFault(value);
    return fault ? [{ path, fault }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => shareFaultsIn(one, `${path}[${i}]`));
  return Object.entries(value).flatMap(([name, one]) => shareFaultsIn(one, path ? `${path}.${name}` : name));
}
