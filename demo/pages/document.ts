import { html, type Markup } from './html.js';
import type { Lang } from './lang.js';

/** A page of the demo that is not the shop's own. `sheet` is its style by name. */
export const documentOf = (lang: Lang, title: string, sheet: string, scripts: Markup, body: Markup): string =>
  html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title}</title>
        <link rel="icon" href="/demo/media/shop-logo.svg" />
        <link rel="stylesheet" href="/demo/assets/${sheet}.css" />
        ${scripts}
      </head>
      ${body}
    </html>`.toString();
