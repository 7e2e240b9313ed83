/** One plucked note: when (seconds), how high (MIDI), how strong (0..1), where (-1 left … 1 right). */
export interface Note {
  at: number;
  pitch: number;
  force: number;
  place: number;
}

export interface Chord {
  at: number;
  length: number;
  pitches: readonly number[];
}

/** Seconds of one bar; sixteen bars fill the show. */
export const BAR = 4;

// D gong: D E F# A B. Eighths; a dot holds, a dash rests.
const MELODY = [
  'A4 . D5 E5 . F#5 . .',
  'E5 . D5 . B4 . A4 .',
  'B4 . D5 . E5 . D5 B4',
  'A4 . . . - - F#4 A4',
  'B4 . D5 E5 . A5 . F#5',
  'E5 . F#5 . D5 . B4 .',
  'A4 . B4 D5 . E5 F#5 .',
  'E5 . . . - - - -',
  'F#5 . A5 . B5 . A5 F#5',
  'E5 . . F#5 E5 . D5 .',
  'B4 . D5 . A4 . B4 D5',
  'E5 . . . - - D5 E5',
  'F#5 . E5 . D5 . B4 .',
  'A4 . D5 . E5 . F#5 E5',
  'D5 . B4 . A4 . B4 .',
  'D5 . . . - - - -',
];

const HARMONY = [
  'D3 A3 E4',
  'B2 F#3 D4',
  'G2 D3 B3',
  'A2 E3 B3',
  'D3 A3 F#4',
  'B2 F#3 A3',
  'G2 D3 A3',
  'A2 E3 D4',
  'B2 F#3 D4',
  'A2 E3 B3',
  'G2 D3 B3',
  'A2 E3 A3',
  'B2 F#3 D4',
  'D3 A3 E4',
  'G2 D3 B3',
  'D3 A3 D4',
];

const STEPS: Record<string, number> = { C: 0, D: 2, E: 4, 'F#': 6, G: 7, A: 9, B: 11 };

export function pitchOf(name: string): number {
  const match = /^([A-G]#?)(\d)$/.exec(name);
  const step = match && STEPS[match[1] as string];
  if (!match || typeof step !== 'number') throw new Error(`no note ${name}`);
  return step + 12 * (Number(match[2]) + 1);
}

export function melody(): Note[] {
  const notes: Note[] = [];
  for (const [bar, line] of MELODY.entries()) {
    for (const [i, word] of line.split(' ').entries()) {
      if (word === '.' || word === '-') continue;
      const at = bar * BAR + (i * BAR) / 8;
      const force = 0.62 + (i === 0 ? 0.2 : 0) + 0.08 * Math.sin(bar * 1.7 + i);
      notes.push({ at, pitch: pitchOf(word), force, place: -0.15 + 0.1 * Math.sin(i + bar) });
    }
  }
  return notes;
}

/** The left hand: the chord's notes, one after the other, an octave apart from the tune. */
export function broken(): Note[] {
  return HARMONY.flatMap((line, bar) => {
    const [low, mid, high] = line.split(' ').map(pitchOf) as [number, number, number];
    return [low, mid, high, mid + 12, high].map((pitch, i) => ({
      at: bar * BAR + [0, 0.5, 1, 2, 3][i]!,
      pitch,
      force: [0.6, 0.34, 0.36, 0.3, 0.26][i]!,
      place: 0.25 - i * 0.04,
    }));
  });
}

export function pads(): Chord[] {
  return HARMONY.map((line, bar) => ({ at: bar * BAR, length: BAR, pitches: line.split(' ').map(pitchOf) }));
}
