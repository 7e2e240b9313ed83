/** A show as a calendar keeps it. */
export interface CalendarEntry {
  /** The same for the same show, so that a show put off moves instead of standing there twice. */
  uid: string;
  title: string;
  text?: string | undefined;
  /** Where it is watched, http(s). */
  url?: string | undefined;
  /** Server time, ms. */
  startsAt: number;
  minutes: number;
  /** When this was written down, ms. */
  at: number;
}

/** How long before the start a calendar speaks up, minutes. */
const ALARM_MINUTES = 10;
/** RFC 5545, 3.1: a line is at most this long, in octets of UTF-8, its break left out. */
const LINE_OCTETS = 75;
/** The furthest moment that four digits of a year can say. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59);

/** The file that calendars of every make read (RFC 5545): one event with its alarm, in UTC. */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, title, text, url, startsAt, minutes, at } = entry;
  const summary = `SUMMARY:${calendarText(title)}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qunlive//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${calendarText(uid)}`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(startsAt + minutes * 60_000)}`,
    summary,
    ...(text ? [`DESCRIPTION:${calendarText(text)}`] : []),
    // A URI is no text: nothing in it is escaped, and what would end the line cannot stand in it.
    ...(url ? [`URL:${url.replace(/[^\x21-\x7e]/gu, encodeURIComponent)}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${calendarText(title)}`,
    `TRIGGER:-PT${ALARM_MINUTES}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => `${foldLine(line)}\r\n`).join('');
}

/** 3.3.11: backslash, semicolon, comma and line break are escaped; other control characters cannot be said. */
export function calendarText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(CONTROL, '')
    .replace(LONE, '\ufffd');
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** Half of a character, which UTF-8 has no octets for. */
const LONE = /[\ud800-\udfff]/gu;

/** 3.1: breaks a line that is too long, never within a character. What follows a break begins with a space. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** 20261122T120000Z: 3.3.5, form 2. */
export function utc(at: number): string {
  const date = new Date(Math.min(Math.max(at, 0), LAST_MS));
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Words and link together, for calendars that know no field for a link. */
const details = ({ text, url }: CalendarEntry): string => [text, url].filter(Boolean).join('\n');

const withQuery = (page: string, query: Readonly<Record<string, string>>): string =>
  `${page}?${new URLSearchParams(query).toString()}`;

/** Opens Google's calendar with the show filled in. */
export function googleCalendar(entry: CalendarEntry): string {
  const { title, startsAt, minutes, url } = entry;
  return withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: title,
    dates: `${utc(startsAt)}/${utc(startsAt + minutes * 60_000)}`,
    details: details(entry),
    ...(url && { location: url }),
  });
}

/** Opens Outlook's calendar on the web with the show filled in. */
export function outlookCalendar(entry: CalendarEntry): string {
  const { title, startsAt, minutes, url } = entry;
  const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  return withQuery('https://outlook.live.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: iso(startsAt),
    enddt: iso(startsAt + minutes * 60_000),
    body: details(entry),
    ...(url && { location: url }),
  });
}
