const UNITS = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** 1 minute 20 seconds, 1分钟20秒钟: `seconds` as a screen reader should say them. Figures alone where Intl knows no units. */
export function spokenTime(seconds: number, locale: string): string {
  let rest = Math.max(0, Math.round(seconds));
  const words: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || (size === 1 && words.length === 0)) words.push(inUnit(count, unit, locale));
  }
  return words.join(locale.startsWith('zh') ? '' : ' ');
}

function inUnit(count: number, unit: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  } catch {
    return `${count} ${unit.charAt(0)}`; // Safari before 14.1
  }
}
