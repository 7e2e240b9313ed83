import { qrCode, QUIET_ZONE, type QrCode } from '../../poster/qr-code.js';

/** Dark modules of a code as the `d` of one path, a module being one unit, with the empty ones around it; and its side. */
export function codePath(text: string): { path: string; side: number } {
  const code = qrCode(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) {
      const wide = run(code, x, y);
      if (wide === 0) continue;
      path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${wide}v1h-${wide}z`;
      x += wide;
    }
  return { path, side: code.size + 2 * QUIET_ZONE };
}

/** How many dark modules follow each other. */
function run(code: QrCode, x: number, y: number): number {
  let wide = 0;
  while (code.get(x + wide, y)) wide += 1;
  return wide;
}

/** Of a module in a picture that is saved, px: large enough to print. */
const MODULE_PX = 16;

/** The same as the address of a picture that can be kept and printed; undefined where the browser makes none. */
export function codePicture(text: string): string | undefined {
  const code = qrCode(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (code.size + 2 * QUIET_ZONE) * MODULE_PX;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y))
        pen.fillRect((x + QUIET_ZONE) * MODULE_PX, (y + QUIET_ZONE) * MODULE_PX, MODULE_PX, MODULE_PX);
  return canvas.toDataURL('image/png');
}
