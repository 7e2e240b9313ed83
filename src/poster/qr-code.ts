import { correction, generate } from 'lean-qr/nano';

/** Modules around a code that have to stay empty, so that a camera finds it. */
export const QUIET_ZONE = 4;

/** A code to scan: `size` modules each way, without the quiet zone. */
export interface QrCode {
  readonly size: number;
  /** Whether the module is dark; false outside. */
  get(x: number, y: number): boolean;
}

/**
 * The code of `text` with error correction M, which a fold or a fingerprint does not undo. Throws where the text is too
 * long for any code (about 2,300 bytes).
 */
export const qrCode = (text: string): QrCode => generate(text, { minCorrectionLevel: correction.M });
