// @ts-check
/* global Page, wx */
// `<qun-share-to-group mini-program-page="/pages/share/index">` comes here. The button of this page is the one thing in a
// mini-program that opens the list of chats by a tap.

Page({
  data: { title: '', text: '', picture: '' },
  url: '',

  onLoad(query) {
    const said = (/** @type {string} */ name) => decodeURIComponent(query[name] || '');
    this.url = said('url');
    this.setData({ title: said('title'), text: said('text'), picture: said('picture') });
  },

  onShareAppMessage() {
    const { title, picture } = this.data;
    return { title, path: `/pages/room/index?url=${encodeURIComponent(this.url)}`, imageUrl: picture };
  },

  onBack() {
    wx.navigateBack();
  },
});
