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
}

/** The ways to show, in order. Inside an app only what it is itself: to leave it for another rarely works. */
export function shareWays({ asked, app, language, system }: WaysAsked): Way[] {
  if (asked !== null)
    return asked
      .split(/\s+/)
      .filter(isWay)
      .filter(way => way !== 'system' || system);
  if (app === 'line') return ['line'];
  if (app !== 'browser') return [];
  const [usual] = /^zh-(TW|HK|MO|Hant)/i.test(language)
    ? [USUAL['zh-TW']]
    : /^zh/i.test(language)
      ? [USUAL.zh]
      : [USUAL.other];
  return usual.split(' ') as Way[];
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
