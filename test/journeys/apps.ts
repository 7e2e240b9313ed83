/** How an app's bridge behaves: as it should, never calling back, or an old one that knows none of the functions. */
export type Manner = 'answers' | 'silent' | 'old';

/** One app around the page, as it tells of itself. */
export interface AppAround {
  readonly name: string;
  readonly userAgent: string;
  /** It brings WeChat's bridge; `late`: after the page has loaded, as iPhones do. */
  readonly bridge?: boolean | 'late';
  /** `window.__wxjs_environment`. */
  readonly wxEnvironment?: string;
  /** The page has this app's own script, of which `share` is all we use. */
  readonly script?: 'dd' | 'tt';
  /** The browser has a share sheet: one that opens, or that is refused, as in a frame without leave. */
  readonly sheet?: 'opens' | 'refused';
  /** Nothing can be copied. */
  readonly noCopy?: boolean;
  /** It stands for its like: its bridge is tried in every manner. */
  readonly inEveryManner?: boolean;
  /** What the button does first, by the manner of the bridge. */
  readonly opens: Readonly<Record<Manner, string>>;
}

const ios = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 13; M2102J2SC) AppleWebKit/537.36 (KHTML, like Gecko)';
const harmony = 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) ArkWeb/4.1.6';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

const always = (via: string) => ({ answers: via, silent: via, old: via });
const guided = { bridge: true, opens: always('guide') };
// A bridge that does not even answer who signs in opens nothing.
const staff = { bridge: true, opens: { answers: 'wecom', silent: 'guide', old: 'guide' } };
// What never calls back is taken for open.
const native = { opens: { answers: 'mini-program', silent: 'mini-program', old: 'guide' } };
const panel = { opens: { answers: 'app', silent: 'app', old: 'copy' } };
const copied = { opens: always('copy') };

export const APPS: readonly AppAround[] = [
  {
    name: 'WeChat on iOS',
    inEveryManner: true,
    userAgent: `${ios} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI`,
    ...guided,
  },
  {
    name: 'WeChat on Android, with a share sheet that is not to be used',
    userAgent: `${android} Version/4.0 Chrome/116.0 Mobile Safari/537.36 XWEB/1160065 MicroMessenger/8.0.47.2560(0x28002F51) WeChat/arm64`,
    sheet: 'opens',
    ...guided,
  },
  {
    name: 'WeChat on HarmonyOS',
    inEveryManner: true,
    userAgent: `${harmony} Mobile MicroMessenger/1.0.6 NetType/WIFI`,
    ...guided,
  },
  {
    name: 'WeChat on Windows',
    userAgent: `${windows} Chrome/116.0 Safari/537.36 MicroMessenger/7.0.20 WindowsWechat(0x6309)`,
    ...guided,
  },
  {
    name: 'WeChat on a Mac',
    userAgent: `${mac} MicroMessenger/6.8.0(0x16080000) MacWechat/3.8.6`,
    ...guided,
  },
  {
    name: 'WeCom on iOS',
    userAgent: `${ios} Mobile/15E148 wxwork/4.1.22 MicroMessenger/7.0.1 Language/zh`,
    ...staff,
  },
  {
    name: 'WeCom on Android',
    inEveryManner: true,
    userAgent: `${android} Chrome/116.0 Mobile Safari/537.36 wxwork/4.1.22 MicroMessenger/7.0.1`,
    ...staff,
  },
  {
    name: 'WeCom on Windows',
    userAgent: `${windows} Chrome/116.0 Safari/537.36 wxwork/4.1.22 (MicroMessenger/6.2) WindowsWechat`,
    ...staff,
  },
  {
    name: 'a mini-program that says so in its name',
    userAgent: `${android} Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47 miniProgram/wx0123456789abcdef`,
    bridge: true,
    ...native,
  },
  {
    name: 'a mini-program on iOS that says so by its variable alone',
    inEveryManner: true,
    userAgent: `${ios} Mobile/15E148 MicroMessenger/8.0.49(0x18003137)`,
    bridge: true,
    wxEnvironment: 'miniprogram',
    ...native,
  },
  {
    name: 'WeChat on iOS whose bridge comes after the page',
    userAgent: `${ios} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI`,
    ...guided,
    bridge: 'late',
  },
  {
    name: 'a mini-program that is known when its bridge comes after the page',
    userAgent: `${ios} Mobile/15E148 MicroMessenger/8.0.49(0x18003137)`,
    wxEnvironment: 'miniprogram',
    ...native,
    bridge: 'late',
  },
  {
    name: 'a mini-program in WeCom',
    userAgent: `${android} Chrome/116.0 Mobile Safari/537.36 wxwork/4.1.22 MicroMessenger/7.0.1 miniProgram`,
    bridge: true,
    ...native,
  },
  {
    name: 'DingTalk',
    inEveryManner: true,
    userAgent: `${ios} Mobile/21E AliApp(DingTalk/7.0.50) com.laiwang.DingTalk/1`,
    script: 'dd',
    ...panel,
  },
  { name: 'DingTalk without its script', userAgent: `${ios} Mobile/21E AliApp(DingTalk/7.0.50)`, ...copied },
  {
    name: 'Feishu',
    inEveryManner: true,
    userAgent: `${android} Chrome/116.0 Mobile Safari/537.36 Lark/7.10.5 LarkLocale/zh_CN`,
    script: 'tt',
    ...panel,
  },
  {
    name: 'Alipay',
    userAgent: `${ios} Mobile/21E AliApp(AP/10.5.70) AlipayClient/10.5.70 MiniProgram`,
    ...copied,
  },
  {
    name: 'QQ',
    userAgent: `${android} Chrome/109.0 Mobile Safari/537.36 V1_AND_SQ_8.9.68 QQ/8.9.68.11450`,
    ...copied,
  },
  {
    name: 'Weibo',
    userAgent: `${ios} Mobile/21E Weibo (iPhone14,2__weibo__13.8.0__iphone__os17.4)`,
    ...copied,
  },
  { name: 'LINE', userAgent: `${ios} Mobile/15E148 Safari Line/14.2.0`, ...copied },
  {
    name: 'KakaoTalk',
    userAgent: `${android} Chrome/116.0 Mobile Safari/537.36;KAKAOTALK 10.4.3`,
    ...copied,
  },
  {
    name: 'Safari on iOS',
    userAgent: `${ios} Version/17.4 Mobile/15E148 Safari/604.1`,
    sheet: 'opens',
    opens: always('web-share'),
  },
  {
    name: 'Chrome on Android',
    userAgent: `${android} Chrome/120.0 Mobile Safari/537.36`,
    sheet: 'opens',
    opens: always('web-share'),
  },
  {
    name: 'a web view of some other app on Android',
    userAgent: `${android} Version/4.0 Chrome/116.0 Mobile Safari/537.36; wv`,
    ...copied,
  },
  {
    name: 'a frame that may not share',
    userAgent: `${android} Chrome/120.0 Mobile Safari/537.36`,
    sheet: 'refused',
    ...copied,
  },
  {
    name: 'Firefox on a desk',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
    ...copied,
  },
  {
    name: 'a browser in which nothing can be copied',
    userAgent: `${windows} Chrome/90.0 Safari/537.36`,
    noCopy: true,
    opens: always('text'),
  },
  {
    name: 'somebody who only calls themselves WeChat',
    userAgent: `${windows} Chrome/120.0 Safari/537.36 MicroMessenger/8.0`,
    ...copied,
  },
];
