/** One rendition of a master playlist. */
export interface Variant {
  /** Absolute. */
  readonly url: string;
  /** Bits/s. */
  readonly bandwidth: number;
  /** As in RFC 6381; empty where the playlist does not say. */
  readonly codecs: string;
  /** Its sound, or its picture, comes from a playlist of its own. */
  readonly split: boolean;
}

/** `NAME=value,NAME="value"` of a tag's line. */
export function attribute(line: string, name: string): string | undefined {
  const found = new RegExp(`[:,]${name}=(?:"([^"]*)"|([^,]*))`).exec(line);
  return found?.[1] ?? found?.[2];
}

/** The renditions of a master playlist, as they stand there; none: it is a media playlist, or nothing we know. */
export function readVariants(text: string, base: string): Variant[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const path = lines.slice(index + 1).find(next => next && !next.startsWith('#'));
    if (!line.startsWith('#EXT-X-STREAM-INF:') || !path) return [];
    return {
      url: new URL(path, base).href,
      bandwidth: Number(attribute(line, 'BANDWIDTH') ?? 0),
      codecs: attribute(line, 'CODECS') ?? '',
      split: /[:,](AUDIO|VIDEO)=/.test(line),
    };
  });
}

/** The best that a line of so many bits/s should carry, else the least; undefined of none. */
export function chooseVariant(variants: readonly Variant[], bandwidth: number): Variant | undefined {
  const known = [...variants].sort((a, b) => a.bandwidth - b.bandwidth);
  return known.filter(one => one.bandwidth <= bandwidth * 0.7).pop() ?? known[0];
}
