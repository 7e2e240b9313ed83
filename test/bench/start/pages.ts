import { readFileSync } from 'node:fs';
import { html, type Markup } from '../../../demo/pages/html.js';

/** In the page itself, so that it delays nothing. */
const watch = readFileSync(new URL('watch.js', import.meta.url), 'utf8');
const script = html(Object.assign([watch], { raw: [watch] }));

/** What all others are held against. */
export const BARE = 'hls.js/light';

/** One page for each player, with nothing on it but that player and `src`. */
export function bodies(src: string): Record<string, Markup> {
  const bare = (file: string) =>
    html`<video class="box" muted playsinline></video>
      <script src="/hls/${file}"></script>
      <script>
        const hls = new Hls();
        const video = document.querySelector('video');
        hls.loadSource('${src}');
        hls.attachMedia(video);
        hls.on(Hls.Events.MANIFEST_PARSED, () => video.play());
      </script>`;
  const peer = (name: string) => html`<script type="module" src="/peers/${name}/${name}.js"></script>`;
  return {
    [BARE]: bare('hls.light.min.js'),
    'hls.js': bare('hls.min.js'),
    qunlive: html`<script src="/kit/qunlive.js" async></script>
      <qun-live-player class="box" src="${src}" autoplay muted></qun-live-player>`,
    'media-chrome': html`${peer('media-chrome')}
      <media-controller class="box">
        <hls-video slot="media" src="${src}" autoplay muted playsinline crossorigin></hls-video>
      </media-controller>`,
    vidstack: html`<link rel="stylesheet" href="/peers/vidstack/vidstack.css" />${peer('vidstack')}
      <media-player class="box" src="${src}" autoplay muted playsinline load="eager">
        <media-provider></media-provider><media-video-layout></media-video-layout>
      </media-player>`,
  };
}

export const page = (body: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <link rel="icon" href="data:," />
        <style>
          .box {
            display: block;
            width: 390px;
            height: 693px;
          }
        </style>
        <script>
          ${script};
        </script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
