import type { ReferralRow } from '../referral-store.js';

type Parts = Record<string, unknown>;

/** "kind viewer link at {…}": whose it is stands in front and nowhere else. */
export function rowText({ kind, at, ...parts }: Parts & { kind: ReferralRow['kind']; at: number }): string {
  const [who, what] = namesIn(kind);
  const { [who]: viewer, [what]: link, ...content } = parts;
  return `${kind} ${String(viewer)} ${String(link ?? '-')} ${at} ${JSON.stringify(content)}`;
}

export function partsOf(text: string): Parts & { kind: ReferralRow['kind']; at: number } {
  const [, name, viewer, link, at, content] = /^(\w+) (\S+) (\S+) (\d+) (.*)$/s.exec(text)!;
  const kind = name as ReferralRow['kind'];
  const [who, what] = namesIn(kind);
  return {
    ...{ kind, ...(JSON.parse(content!) as object), [who]: viewer },
    ...(link !== '-' && { [what]: link }),
    at: Number(at),
  };
}

const namesIn = (kind: ReferralRow['kind']) =>
  kind === 'share' ? (['sharer', 'id'] as const) : (['viewer', 'share'] as const);
