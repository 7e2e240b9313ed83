import type { Speech } from '../../base/speech.js';
import type { PosterContent } from '../../poster/poster-content.js';

const DAY_MS = 86_400_000;

const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const isChinese = (language: string): boolean => /^zh/i.test(language);

/**
 * Day and hour as the reader's language writes them, and how many days that is from `now`. A picture cannot count down, and
 * posters travel: so it counts days, the date stands beside it, and outside China the zone stands with the hour.
 */
export function whenItBegins(at: number, now: number, speech: Speech): NonNullable<PosterContent['when']> {
  const { language } = speech;
  const left = at > now ? daysLeft(at, now, speech) : '';
  const chinese = isChinese(language);
  const day = { month: 'long', day: 'numeric', weekday: chinese ? 'short' : 'long' } as const;
  const date = new Date(at);
  try {
    const zone = chinese ? undefined : zoneOf(date, language);
    return {
      date: date.toLocaleDateString(language, day).replace(/(\d日)(?=[周週星])/, '$1 '),
      time: date.toLocaleTimeString(language, hour),
      ...(zone && { zone }),
      ...(left && { left }),
    };
  } catch {
    const iso = date.toISOString();
    return { date: iso.slice(0, 10), time: iso.slice(11, 16), zone: 'UTC', ...(left && { left }) };
  }
}

/** An hour of today; of another day, with its date. */
export function hourOf(at: number, now: number, language: string): string {
  const date = new Date(at);
  const today = nights(at, now) === 0;
  const day = today ? {} : ({ month: isChinese(language) ? 'long' : 'short', day: 'numeric' } as const);
  try {
    const zone = isChinese(language) ? '' : zoneOf(date, language);
    const words = date.toLocaleString(language, { ...day, ...hour });
    return zone ? `${words} ${zone}` : words;
  } catch {
    return `${date
      .toISOString()
      .slice(today ? 11 : 5, 16)
      .replace('T', ' ')} UTC`;
  }
}

function zoneOf(date: Date, language: string): string | undefined {
  const format = new Intl.DateTimeFormat(language, { ...hour, timeZoneName: 'short' });
  return format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value;
}

function daysLeft(at: number, now: number, { t }: Speech): string {
  const count = nights(at, now);
  if (count <= 0) return t('poster.today');
  return count === 1 ? t('poster.tomorrow') : t('poster.days', { count });
}

/** Midnights between the two where the reader is. */
function nights(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(at) - midnight(now)) / DAY_MS);
}
