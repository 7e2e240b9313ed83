/** The small build of hls.js ships without types; its API is a subset of the full one's. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
  export * from 'hls.js';
}
