const numbers = new Map<string, Intl.NumberFormat>();

/** Kept, since making one is slow. */
function numberFormat(locale: string, notation: 'standard' | 'compact'): Intl.NumberFormat {
  const name = `${locale} ${notation}`;
  let format = numbers.get(name);
  if (!format) {
    format = new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 1 });
    numbers.set(name, format);
  }
  return format;
}

/** 1.2万, 12K: a number of people or things, as the reader's language shortens it. */
export function formatCount(count: number, locale: string): string {
  // No language has a short form below, and looking for one takes a phone far longer.
  if (count < 1000) return formatNumber(count, locale);
  try {
    return numberFormat(locale, 'compact').format(count);
  } catch {
    return String(count);
  }
}

/** 1,200: a number in full, as the reader's language groups it. */
export function formatNumber(count: number, locale: string): string {
  try {
    return numberFormat(locale, 'standard').format(count);
  } catch {
    return String(count);
  }
}

/** 02:15, or 1:02:15, or 49:02:15: what a countdown shows for `ms`. Rounded up, so that 00:00 is really over. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A clock time such as 20:00, or with the day where it is another day than `now`. */
export function formatTime(at: number, locale: string, now: number = Date.now()): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return date.toLocaleString(locale, sameDay ? time : { ...time, month: 'short', day: 'numeric' });
  } catch {
    return date
      .toISOString()
      .slice(sameDay ? 11 : 5, 16)
      .replace('T', ' ');
  }
}
