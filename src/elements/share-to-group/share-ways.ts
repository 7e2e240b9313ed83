import type { Speech } from '../../base/speech.js';
import type { ShareApp } from '../../platform/which-app.js';
import { isTarget, type Target } from '../../platform/share-targets.js';
import type { ShareVia } from '../../protocol/index.js';

/** What stands in the sheet beside the link: a service, the browser's own sheet, KakaoTalk by the page, a poster. */
export type Way = Target | 'system' | 'kakao' | 'poster';

const isWay = (name: string): name is Way =>
  isTarget(name) || name === 'system' || name === 'kakao' || name === 'poster';

/** What people of a language pass links on by. */
const USUAL = { zh: 'weibo qq', 'zh-TW': 'line facebook', other: 'whatsapp telegram line x' } as const;

export interface WaysAsked {
  /** The attribute; null: not given. */
  readonly asked: string | null;
  readonly app: ShareApp;
  readonly language: string;
  /** The browser has a sheet of its own. */
  readonly system: boolean;
  /** A poster can be made. */
  readonly poster: boolean;
}

/** The ways to show, in order. Inside an app only what it is itself: to leave it for another rarely works. */
export function shareWays({ asked, app, language, system, poster }: WaysAsked): Way[] {
  const there = (way: Way) => (way === 'system' ? system : way === 'poster' ? poster : true);
  const usual = app === 'line' ? 'line' : app === 'browser' ? usualIn(language) : '';
  return (asked ?? `poster ${usual}`).split(/\s+/).filter(isWay).filter(there);
}

function usualIn(language: string): string {
  if (/^zh-(TW|HK|MO|Hant)/i.test(language)) return USUAL['zh-TW'];
  return /^zh/i.test(language) ? USUAL.zh : USUAL.other;
}

const NAMES: Partial<Record<Way, string>> = {
  line: 'LINE',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  x: 'X',
  facebook: 'Facebook',
  qq: 'QQ',
  kakao: 'KakaoTalk',
};

export const wayName = (way: Way, { t }: Speech): string =>
  NAMES[way] ?? t(way === 'system' ? 'share.system' : way === 'poster' ? 'share.poster' : 'share.weibo');

/** As the room's server counts it. */
export function viaOfWay(way: Way): ShareVia {
  if (way === 'facebook' || way === 'weibo' || way === 'qq') return 'other';
  return way === 'system' ? 'web' : way;
}
