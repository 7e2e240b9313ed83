import { hex, mix } from '../draw/color.js';
import { turned, type Ctx } from '../draw/lathe.js';
import { smooth } from '../draw/noise.js';
import { PITCH, type Material } from '../draw/shade.js';
import { layer, weave, within } from '../draw/texture.js';
import { tube } from '../draw/tube.js';
import type { Product } from './product.js';

const amber = hex('#d98a1e');
const deep = hex('#a8560c');
const oak: Material = { color: hex('#c89a63'), gloss: 0.2, rough: 0.6 };

function jar(ctx: Ctx): void {
  turned(ctx, {
    x: 0,
    y: 0,
    material: h => ({
      color: h < 9 ? hex('#e8c88e') : mix(deep, amber, smooth(10, 110, h)),
      gloss: 1,
      rough: 0.04,
      glow: 1.1,
    }),
    profile: [
      [88, 0],
      [97, 5],
      [104, 16],
      [106, 40],
      [106, 150],
      [103, 172],
      [86, 192],
      [80, 200, true],
      [80, 214],
    ],
    open: () => 1,
  });
  // Light that comes through: brighter against the window, a dark seam where the glass turns away.
  ctx.save();
  ctx.globalCompositeOperation = 'screen';
  const through = ctx.createRadialGradient(34, -70, 6, 30, -80, 92);
  through.addColorStop(0, 'rgba(255,190,70,0.75)');
  through.addColorStop(1, 'rgba(255,170,50,0)');
  ctx.fillStyle = through;
  ctx.fillRect(-90, -180, 190, 176);
  ctx.restore();
  layer(
    ctx,
    sheet => {
      sheet.fillStyle = 'rgba(255,250,235,0.85)';
      sheet.beginPath();
      sheet.roundRect(-90, -158, 11, 112, 6);
      sheet.fill();
      sheet.fillStyle = 'rgba(255,250,235,0.35)';
      sheet.beginPath();
      sheet.roundRect(84, -146, 7, 88, 4);
      sheet.fill();
    },
    'blur(5px)',
  );
}

/** A round of cotton over the mouth, gathered with twine. */
function cap(ctx: Ctx): void {
  layer(ctx, sheet => {
    const cotton: Material = { color: hex('#e9e0cc'), gloss: 0.05, rough: 1 };
    const slip = 3;
    sheet.fillStyle = '#d3c6aa';
    sheet.beginPath();
    sheet.moveTo(-84, -208);
    for (let i = 0; i <= 120; i++) {
      const a = (Math.PI * i) / 120;
      const wave = 5 * Math.sin(a * 23) * (0.6 + 0.4 * Math.sin(a * 3.1)) + slip * Math.sin(a * 5);
      sheet.lineTo(-Math.cos(a) * 114, -190 + Math.sin(a) * 114 * PITCH + wave);
    }
    sheet.lineTo(84, -208);
    sheet.closePath();
    sheet.fill();
    within(sheet, 'multiply', 1, paint => {
      for (let i = 0; i < 13; i++) {
        const x = -104 + i * 17.4;
        const shade = paint.createLinearGradient(x, 0, x + 17.4, 0);
        shade.addColorStop(0, 'rgba(96,78,50,0.5)');
        shade.addColorStop(0.5, 'rgba(255,255,255,0)');
        shade.addColorStop(1, 'rgba(96,78,50,0.22)');
        paint.fillStyle = shade;
        paint.fillRect(x, -220, 17.4, 80);
      }
    });
    turned(sheet, {
      x: 0,
      y: -206,
      material: cotton,
      profile: [
        [84, 0],
        [89, 8],
        [90, 20],
        [84, 29],
        [60, 34],
        [1, 36],
      ],
      open: () => 1,
    });
    const linen = weave(260, 150, 3, 2);
    within(sheet, 'soft-light', 0.6, paint => paint.drawImage(linen, -130, -262));
    sheet.strokeStyle = '#8b6a3d';
    sheet.lineWidth = 5;
    for (const y of [-206, -201]) {
      sheet.beginPath();
      sheet.ellipse(0, y, 85, 85 * PITCH, 0, 0.03, Math.PI - 0.03);
      sheet.stroke();
    }
    sheet.lineWidth = 3.4;
    sheet.beginPath();
    sheet.moveTo(18, -184);
    sheet.bezierCurveTo(-18, -206, -22, -168, 16, -182);
    sheet.bezierCurveTo(60, -206, 62, -166, 20, -182);
    sheet.moveTo(16, -182);
    sheet.quadraticCurveTo(10, -164, -2, -154);
    sheet.moveTo(20, -182);
    sheet.quadraticCurveTo(32, -168, 36, -150);
    sheet.stroke();
  });
}

function label(ctx: Ctx): void {
  const paper = ctx.createLinearGradient(-66, 0, 70, 0);
  paper.addColorStop(0, '#fdf7e6');
  paper.addColorStop(0.5, '#f4e9d0');
  paper.addColorStop(1, '#d0b98f');
  ctx.fillStyle = paper;
  ctx.beginPath();
  ctx.moveTo(-62, -136);
  ctx.quadraticCurveTo(0, -120, 62, -136);
  ctx.lineTo(62, -44);
  ctx.quadraticCurveTo(0, -26, -62, -44);
  ctx.closePath();
  ctx.fill();
  ctx.textAlign = 'center';
  ctx.fillStyle = '#5a3410';
  ctx.font = '700 25px "Noto Serif CJK SC", serif';
  ctx.fillText('百花蜜', 0, -88);
  ctx.font = '400 9.5px "Noto Serif CJK SC", serif';
  ctx.letterSpacing = '1.6px';
  ctx.fillText('WILDFLOWER', 0, -68);
  ctx.letterSpacing = '0px';
  ctx.fillStyle = '#c98a2b';
  for (const [x, y] of [
    [-9, -50],
    [0, -53],
    [9, -50],
  ] as const) {
    for (let i = 0; i < 5; i++) {
      const a = (Math.PI * 2 * i) / 5;
      ctx.beginPath();
      ctx.arc(x + Math.cos(a) * 2.4, y + Math.sin(a) * 2.4, 1.5, 0, 7);
      ctx.fill();
    }
  }
}

export function drawJar(ctx: Ctx): void {
  jar(ctx);
  label(ctx);
  cap(ctx);
}

/** The dipper, drawn upright from its head at (0, 0). */
export function dipper(ctx: Ctx): void {
  tube(
    ctx,
    [
      [0, -34, 5.5],
      [1, -100, 5],
      [0, -168, 5.5],
    ],
    oak,
  );
  for (let i = 0; i < 6; i++) {
    const y = -i * 8;
    const r = [13, 18, 20, 20, 18, 13][i] as number;
    tube(
      ctx,
      [
        [-r, y, 3.6],
        [0, y + 2, 3.8],
        [r, y, 3.6],
      ],
      oak,
      () => 0.8 + i * 0.03,
    );
  }
}

export const honey: Product = {
  id: 'honey',
  zh: '深山百花蜜',
  en: 'Mountain wildflower honey',
  wall: 'sand',
  base: [346, 638],
  zoom: 1.36,
  leaves: 12,
  draw(ctx) {
    drawJar(ctx);
    ctx.save();
    ctx.translate(150, 24);
    ctx.rotate(1.17);
    dipper(ctx);
    ctx.restore();
  },
  contacts: [
    [0, 2, 100, 24],
    [206, 6, 84, 9],
  ],
};
