import { small } from '../../fixtures/picture-difference.ts';
import { plainLook } from '../../fixtures/plain-look.ts';
import { posterContent } from '../../fixtures/poster-content.ts';
import { drawPoster } from '../../../src/poster/draw-poster.js';

/** One design in one language, large to be looked at and small as tests hold it against what they draw. */
window.drawing = async (design, lang) => {
  const canvas = await drawPoster(posterContent({ lang }), { design, look: plainLook });
  return {
    large: canvas.toDataURL('image/jpeg', 0.92),
    small: small(canvas).canvas.toDataURL('image/jpeg', 0.9),
  };
};
