/** Which of our own languages serves a reader of `tag`: zh-TW, zh-CN or en. */
export function matchLocale(tag: string | null | undefined): 'en' | 'zh-CN' | 'zh-TW' {
  const wanted = tag ?? '';
  if (/^zh\b.*\b(tw|hk|mo|hant)\b/i.test(wanted)) return 'zh-TW';
  return /^zh\b/i.test(wanted) ? 'zh-CN' : 'en';
}
