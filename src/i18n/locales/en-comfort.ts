/** What is said beside a picture that plays. */
export const enComfort = {
  'mini.label': 'Mini player',
  'mini.back': 'Back to the video',
  'mini.move': 'Arrow keys move it to another corner.',
  'mini.close': 'Close the mini player',
} as const;

export type ComfortMessages = Record<keyof typeof enComfort, string>;
