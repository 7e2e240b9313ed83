import 'vidstack/player/styles/default/theme.css';
import 'vidstack/player/styles/default/layouts/video.css';
import 'vidstack/player';
import 'vidstack/player/layouts/default';
import 'vidstack/player/ui';

// Its default fetches the engine from a public CDN; here it is fetched from the page's own site.
addEventListener(
  'provider-change',
  event => {
    if (event.detail?.type === 'hls') event.detail.library = () => import('hls.js');
  },
  true,
);
