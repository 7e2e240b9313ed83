import { html, nothing } from 'lit';

/** A picture that says no more than the words beside it; nothing where there is none. `failed` hears that it does not come. */
export const renderPicture = (url: string | undefined, failed: (url: string) => void) =>
  url
    ? html`<img
        part="picture"
        class="picture"
        src=${url}
        alt=""
        loading="lazy"
        decoding="async"
        @error=${() => failed(url)}
      />`
    : nothing;
