// @ts-check
/* global Page */
// A page of your mini-program that shows your room page in a web-view. Copy the folder, and put your own address here.
const ROOM = 'https://shop.example/live';

/** @typedef {{ title?: string, text?: string, url?: string, picture?: string }} Shared */

/** What `qun-share-to-group` last said that is to be passed on. @type {Shared} */
let shared = {};

Page({
  data: { src: '' },

  onLoad(query) {
    // Whoever comes by a card brings the link it stands for.
    const url = query.url ? decodeURIComponent(query.url) : ROOM;
    this.setData({ src: url.startsWith(ROOM) ? url : ROOM });
  },

  /**
   * Comes when the page is shared or left, with all messages so far: the last one of ours counts.
   * @param {{ detail: { data: { type?: string, payload?: Shared }[] } }} event
   */
  onMessage(event) {
    const ours = event.detail.data.filter(message => message && message.type === 'qunlive:share');
    if (ours.length > 0) shared = ours[ours.length - 1].payload || {};
  },

  onShareAppMessage({ webViewUrl }) {
    const url = shared.url || webViewUrl || ROOM;
    return {
      title: shared.title || '正在直播',
      path: `/pages/room/index?url=${encodeURIComponent(url)}`,
      imageUrl: shared.picture,
    };
  },
});
