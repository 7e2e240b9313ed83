// Plays an app around the page, for the tour: what WeChat, WeCom and the others bring with them, and nothing more. What the
// page asks of it is told to the page that shows this one in a frame.
{
  const ios =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const apps = {
    wechat: { names: 'Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI', bridge: true },
    wecom: { names: 'Mobile/15E148 wxwork/4.1.22 MicroMessenger/7.0.1 Language/zh', bridge: true },
    'mini-program': { names: 'Mobile/15E148 MicroMessenger/8.0.49(0x18003137)', bridge: true, mini: true },
    dingtalk: { names: 'Mobile/21E AliApp(DingTalk/7.0.50) com.laiwang.DingTalk/1' },
    feishu: { names: 'Mobile/21E Lark/7.10.5' },
    browser: { names: 'Version/17.4 Mobile/15E148 Safari/604.1', sheet: true },
    other: { names: 'Mobile/15E148' },
  };
  const app = apps[new URLSearchParams(location.search).get('app')] ?? apps.other;
  const put = (target, name, value) =>
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  const tell = (about, data) => parent.postMessage({ about, data }, location.origin);
  const card = ({ title, text, desc, content, url, link, picture, imgUrl, image }) => ({
    title,
    text: text ?? desc ?? content ?? '',
    url: url ?? link,
    picture: picture ?? imgUrl ?? image ?? '',
  });
  /** A function of an app's script that passes the page on. */
  const passesOn = about => async data => {
    tell(about, card(data));
    data.success?.({});
    data.onSuccess?.({});
  };

  put(navigator, 'userAgent', `${ios} ${app.names}`);
  delete Navigator.prototype.canShare;
  if (app.sheet) put(navigator, 'share', passesOn('opened'));
  else delete Navigator.prototype.share;

  if (app.bridge) {
    window.WeixinJSBridge = { invoke() {}, on() {} };
    if (app.mini) window.__wxjs_environment = 'miniprogram';
    const says = answer => options => options?.success?.(answer);
    const pageOf = url => Object.fromEntries(new URL(url, location.href).searchParams);
    window.wx = {
      config() {},
      error() {},
      ready: then => then(),
      checkJsApi: says({ checkResult: {} }),
      updateAppMessageShareData: passesOn('card'),
      updateTimelineShareData: says({}),
      miniProgram: {
        postMessage: ({ data }) => tell('card', card(data.payload)),
        async navigateTo({ url, success }) {
          tell('opened', card(pageOf(url)));
          success?.();
        },
      },
    };
    window.ww = {
      ensureConfigReady: async () => {},
      on: async () => {},
      invoke: async () => {},
      shareToExternalChat: passesOn('opened'),
    };
  }
  if (app === apps.dingtalk) window.dd = { biz: { util: { share: passesOn('opened') } } };
  if (app === apps.feishu) window.tt = { share: passesOn('opened') };
  document.addEventListener('qun-share-opened', ({ via }) => tell('via', { via }));
}
