import type { Ctx } from '../draw/lathe.js';
import { products } from '../products/all.js';
import { ease, hold, SLOT, SLOTS, since } from './time.js';

const X = 117;
const TOP = 362;

/** The name of what is on the table, painted on the wall: upright in Chinese, along it in English. */
export function caption(ctx: Ctx, t: number): void {
  for (const [i, id] of SLOTS.entries()) {
    const u = since(t, i * SLOT);
    if (u > SLOT) continue;
    const goods = products.find(one => one.id === id);
    if (!goods) continue;
    const glyphs = [...goods.zh.replace(/[（ ].*$/, '')];
    const gone = 1 - ease(7.2, 7.9, u);
    ctx.save();
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = '#33352b';
    ctx.font = '700 34px "Noto Serif CJK SC", serif';
    for (const [j, glyph] of glyphs.entries()) {
      const seen = ease(0.7 + j * 0.1, 1.3 + j * 0.1, u) * gone;
      ctx.globalAlpha = seen * 0.94;
      ctx.fillText(glyph, X, TOP + j * 41 + (1 - seen) * 10);
    }
    const seen = hold(1.3, 2, 7.2, 7.9, u);
    ctx.globalAlpha = seen * 0.9;
    ctx.fillStyle = '#b04a34';
    ctx.beginPath();
    ctx.roundRect(X - 9, TOP + glyphs.length * 41 - 10, 18, 18, 3);
    ctx.fill();
    ctx.fillStyle = '#fbf1dd';
    ctx.font = '700 12px "Noto Serif CJK SC", serif';
    ctx.fillText([...'一二三四五六七八'][i] as string, X, TOP + glyphs.length * 41 - 1.5);
    ctx.globalAlpha = seen * 0.8;
    ctx.fillStyle = '#4a4638';
    ctx.textAlign = 'left';
    ctx.font = '400 14px "Noto Serif CJK SC", serif';
    ctx.letterSpacing = '1.2px';
    ctx.translate(X - 29, TOP - 18);
    ctx.rotate(Math.PI / 2);
    ctx.fillText(goods.en, 0, 0);
    ctx.restore();
  }
}
