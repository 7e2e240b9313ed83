import type { ShareCheckKey } from './share-check-en.js';

/** 中控台：拿好处换分享的话。 */
export const shareCheckZhCN: Record<ShareCheckKey, string> = {
  'check.reward': '“{words}”是拿好处换分享。',
  'check.gate': '“{words}”是分享了才给看、才给用。',
  'check.chance': '“{words}”是分享了机会更多。',
  'check.help': '“{words}”是让好友助力换好处。',
  'check.collect': '“{words}”是让人集赞、集卡。',
  'check.proof': '“{words}”是要分享的截图。',
  'check.recruit': '“{words}”是按拉来的人给报酬。',
  'check.advice': '微信会因此封链接，所以发不出去。改成直播间里人人都有，或者去掉这句。',
};
