import type { Ctx } from '../draw/lathe.js';
import { canvas, context, mottle, wood } from '../draw/texture.js';
import { ring, MOON } from './window.js';
import { HEIGHT, LENGTH, WIDTH } from './time.js';

export const TABLE = { back: 770, stand: 850, front: 912 } as const;
const CLOCK = { x: 117, y: 262, r: 41 } as const;

/** Wall with its round window cut out, frame, scroll and clock: drawn once. */
export function wall(): HTMLCanvasElement {
  const ctx = context(canvas(WIDTH, HEIGHT));
  const fill = ctx.createLinearGradient(0, 0, WIDTH, 900);
  fill.addColorStop(0, '#f3e9d8');
  fill.addColorStop(0.5, '#eadcc6');
  fill.addColorStop(1, '#d7c2a6');
  ctx.fillStyle = fill;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  ctx.save();
  ctx.globalCompositeOperation = 'soft-light';
  ctx.globalAlpha = 0.5;
  ctx.drawImage(mottle(360, 640, 70, 0.6, 12), 0, 0, WIDTH, HEIGHT);
  ctx.globalAlpha = 0.22;
  ctx.drawImage(mottle(720, 640, 5, 0.7, 13), 0, 0, WIDTH, 640);
  ctx.restore();
  const top = ctx.createLinearGradient(0, 0, 0, 240);
  top.addColorStop(0, 'rgba(92,72,50,0.34)');
  top.addColorStop(1, 'rgba(92,72,50,0)');
  ctx.fillStyle = top;
  ctx.fillRect(0, 0, WIDTH, 240);
  ctx.save();
  ctx.globalCompositeOperation = 'destination-out';
  ctx.fillStyle = '#000';
  ctx.beginPath();
  ctx.arc(MOON.x, MOON.y, MOON.r, 0, 7);
  ctx.fill();
  ctx.restore();
  ctx.drawImage(ring(), 0, 0);
  scroll(ctx);
  dial(ctx);
  return ctx.canvas;
}

function scroll(ctx: Ctx): void {
  const [x, y, w, h] = [585, 214, 56, 232];
  ctx.save();
  ctx.filter = 'blur(7px)';
  ctx.fillStyle = 'rgba(70,50,32,0.34)';
  ctx.fillRect(x + 5, y + 7, w, h);
  ctx.filter = 'none';
  const paper = ctx.createLinearGradient(x, 0, x + w, 0);
  paper.addColorStop(0, '#fffaf0');
  paper.addColorStop(1, '#efe3cc');
  ctx.fillStyle = '#5d7359';
  ctx.fillRect(x, y, w, h);
  ctx.fillStyle = paper;
  ctx.fillRect(x + 5, y + 14, w - 10, h - 28);
  ctx.fillStyle = '#6b4a2e';
  ctx.beginPath();
  ctx.roundRect(x - 5, y - 5, w + 10, 9, 4);
  ctx.roundRect(x - 7, y + h - 4, w + 14, 10, 5);
  ctx.fill();
  ctx.strokeStyle = '#6b4a2e';
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x + 4, y - 4);
  ctx.lineTo(x + w / 2, y - 24);
  ctx.lineTo(x + w - 4, y - 4);
  ctx.stroke();
  ctx.fillStyle = '#2d3a2f';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = '700 33px "Noto Serif CJK SC", serif';
  for (const [i, glyph] of [...'春茶上新'].entries()) ctx.fillText(glyph, x + w / 2, y + 40 + i * 40);
  ctx.fillStyle = '#b04a34';
  ctx.beginPath();
  ctx.roundRect(x + w / 2 - 10, y + h - 42, 20, 20, 3);
  ctx.fill();
  ctx.fillStyle = '#fbf1dd';
  ctx.font = '700 13px "Noto Serif CJK SC", serif';
  ctx.fillText('山', x + w / 2, y + h - 32);
  ctx.restore();
}

function dial(ctx: Ctx): void {
  const { x, y, r } = CLOCK;
  ctx.save();
  ctx.filter = 'blur(7px)';
  ctx.fillStyle = 'rgba(70,50,32,0.4)';
  ctx.beginPath();
  ctx.arc(x + 5, y + 8, r, 0, 7);
  ctx.fill();
  ctx.restore();
  const frame = ctx.createLinearGradient(x - r, y - r, x + r, y + r);
  frame.addColorStop(0, '#c99a66');
  frame.addColorStop(1, '#76512f');
  ctx.fillStyle = frame;
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 7);
  ctx.fill();
  const face = ctx.createRadialGradient(x - 10, y - 12, 4, x, y, r);
  face.addColorStop(0, '#fffaf0');
  face.addColorStop(1, '#ece0ca');
  ctx.fillStyle = face;
  ctx.beginPath();
  ctx.arc(x, y, r - 6, 0, 7);
  ctx.fill();
  ctx.strokeStyle = '#5b4a38';
  ctx.lineCap = 'round';
  for (let i = 0; i < 12; i++) {
    const a = (i * Math.PI) / 6;
    ctx.lineWidth = i % 3 ? 1.4 : 2.6;
    ctx.beginPath();
    ctx.moveTo(x + Math.sin(a) * (r - 14), y - Math.cos(a) * (r - 14));
    ctx.lineTo(x + Math.sin(a) * (r - 10), y - Math.cos(a) * (r - 10));
    ctx.stroke();
  }
}

/** Ten past ten, and a red hand that goes round once in the show: one sees at once that the picture moves. */
export function hands(ctx: Ctx, t: number): void {
  const hand = (turn: number, length: number, width: number, color: string, tail = 0): void => {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.lineCap = 'round';
    ctx.beginPath();
    ctx.moveTo(CLOCK.x - Math.sin(turn) * tail, CLOCK.y + Math.cos(turn) * tail);
    ctx.lineTo(CLOCK.x + Math.sin(turn) * length, CLOCK.y - Math.cos(turn) * length);
    ctx.stroke();
  };
  hand((2 * Math.PI * 10.17) / 12, 17, 3.6, '#3f342a');
  hand((2 * Math.PI * 10) / 60, 25, 2.6, '#3f342a');
  hand((2 * Math.PI * t) / LENGTH, 28, 1.5, '#b5472f', 7);
  ctx.fillStyle = '#b5472f';
  ctx.beginPath();
  ctx.arc(CLOCK.x, CLOCK.y, 2.6, 0, 7);
  ctx.fill();
}

/** Table top, its edge, and the quiet front where the room's own words will lie. */
export function table(): HTMLCanvasElement {
  const ctx = context(canvas(WIDTH, HEIGHT));
  const { back, front } = TABLE;
  const top = wood(900, 200, [150, 106, 68], [206, 164, 116], 8, 1.5);
  ctx.drawImage(top, 0, 0, 900, 200, 0, back, WIDTH, front - back);
  const sheen = ctx.createLinearGradient(0, back, 0, front);
  sheen.addColorStop(0, 'rgba(255,240,214,0.5)');
  sheen.addColorStop(0.5, 'rgba(255,240,214,0.18)');
  sheen.addColorStop(1, 'rgba(74,44,20,0.12)');
  ctx.fillStyle = sheen;
  ctx.fillRect(0, back, WIDTH, front - back);
  const lip = wood(900, 60, [104, 68, 40], [156, 112, 72], 11, 1.6);
  ctx.drawImage(lip, 0, 0, 900, 50, 0, front, WIDTH, 30);
  const edge = ctx.createLinearGradient(0, front, 0, front + 30);
  edge.addColorStop(0, 'rgba(255,238,208,0.75)');
  edge.addColorStop(0.12, 'rgba(255,238,208,0.1)');
  edge.addColorStop(1, 'rgba(30,14,4,0.35)');
  ctx.fillStyle = edge;
  ctx.fillRect(0, front, WIDTH, 30);
  const below = ctx.createLinearGradient(0, front + 30, 0, HEIGHT);
  below.addColorStop(0, '#3b2c20');
  below.addColorStop(0.16, '#5a4431');
  below.addColorStop(1, '#35281d');
  ctx.fillStyle = below;
  ctx.fillRect(0, front + 30, WIDTH, HEIGHT);
  runner(ctx);
  return ctx.canvas;
}

/** The shop's name, stitched tone on tone. */
function mark(ctx: Ctx): void {
  ctx.save();
  ctx.strokeStyle = 'rgba(64,80,60,0.62)';
  ctx.lineWidth = 2.4;
  ctx.lineCap = 'round';
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.arc(378, 984, 9, 0, 7);
  ctx.moveTo(318, 1022);
  ctx.bezierCurveTo(334, 988, 350, 992, 362, 1014);
  ctx.bezierCurveTo(376, 994, 390, 1000, 402, 1022);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = 'rgba(58,74,56,0.66)';
  ctx.textAlign = 'center';
  ctx.font = '700 25px "Noto Serif CJK SC", serif';
  ctx.letterSpacing = '9px';
  ctx.fillText('山野集', 364, 1066);
  ctx.font = '400 11.5px "Noto Serif CJK SC", serif';
  ctx.letterSpacing = '3px';
  ctx.fillText('HILLSIDE GOODS', 362, 1090);
  ctx.restore();
}

/** A strip of linen hanging down the middle. */
function runner(ctx: Ctx): void {
  const { back, front } = TABLE;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(246, back);
  ctx.lineTo(474, back);
  ctx.lineTo(496, front);
  ctx.lineTo(498, HEIGHT);
  ctx.lineTo(222, HEIGHT);
  ctx.lineTo(224, front);
  ctx.closePath();
  ctx.shadowColor = 'rgba(30,18,8,0.45)';
  ctx.shadowBlur = 10;
  ctx.shadowOffsetX = 3;
  const cloth = ctx.createLinearGradient(0, back, 0, HEIGHT);
  cloth.addColorStop(0, '#c9cbb6');
  cloth.addColorStop((front - back) / (HEIGHT - back), '#b5b9a0');
  cloth.addColorStop((front - back + 6) / (HEIGHT - back), '#c3c6ae');
  cloth.addColorStop((front - back + 40) / (HEIGHT - back), '#98a088');
  cloth.addColorStop(1, '#6d765f');
  ctx.fillStyle = cloth;
  ctx.fill();
  ctx.shadowColor = 'transparent';
  ctx.clip();
  mark(ctx);
  for (const x of [240, 480]) {
    ctx.fillStyle = 'rgba(72,86,66,0.5)';
    ctx.fillRect(x - 5, front, 9, HEIGHT);
  }
  ctx.restore();
}
