export const help = `qunlive — the room server of Qunlive

  qunlive serve show.json [more.json …]     one room for each show file
  qunlive record <room url> --to <folder>   a room as files, to be watched again from any web
                                            server: qunlive record --help
  qunlive faults                            a live stream that breaks on command, to try
                                            players with: qunlive faults --help
  qunlive conformance <url>                 what is wrong with a room server, in whatever
                                            language: qunlive conformance --help

Where
  --port 8787                 0 takes a free one
  --host 127.0.0.1            0.0.0.0 lets other machines in
  --data ./qunlive-data       the folder that keeps rooms, claims and comments
  QUNLIVE_STORE               (environment) a Redis or Valkey instead, for several processes:
                              redis://host:6379, or redis+cluster://host:6379,host:6379
  --dist <folder>             serves the page files (qunlive.js …) from there; default: its own

Who
  --origin <origin>           a shop whose pages may use the rooms, as https://shop.example.
                              Repeat it for more; * lets every page in. Without it: pages of
                              this server and of this machine, for development.
  --jwks <url or file>        public keys of the tokens your backend signs for its viewers
  --jwt-secret-env <NAME>     or the environment variable that holds a shared secret (HS256)
  --jwt-audience qunlive      what the tokens' aud must be
  --jwt-issuer <name>         what the tokens' iss must be
  QUNLIVE_HOST_TOKEN          (environment) the host's token; without it a new one is made
                              and printed at every start
  QUNLIVE_MERCHANT_SECRET     (environment) what your backend and this server sign with: orders and
                              codes come in; several with commas in between while you change it
  QUNLIVE_WEBHOOK             (environment) the address of your backend that hears of claims,
                              reservations and orders: docs/merchant.md
  QUNLIVE_WECHAT_APPID, …     (environment) the official account or WeCom app with which pages of
                              your shop are signed for WeChat: docs/wechat.md

What
  --words <file>              words that are not to be said, one a line; # begins a remark, and
                              ~ a word that is found with dots or blanks in between, too
  --referral <file>           whose an order is that came by a link, who your guides are and what
                              they earn: docs/referral.md; or QUNLIVE_REFERRAL (environment)

How much
  QUNLIVE_MODE                (environment) how newcomers hear a room: feed, segments (files that
                              a CDN may keep), or auto: segments from 20,000 viewers on
  --max-connections 10000     streams open at the same time
  --trust-proxy <n or list>   proxies in front whose X-Forwarded-For is believed
  --metrics 9464              figures for Prometheus at http://127.0.0.1:9464/metrics, for this
                              machine alone; 0.0.0.0:9464 for others, 0 takes a free port
  --log info                  trace, debug, info, warn, error, fatal or silent

  --help, --version

Stop it with Ctrl+C: viewers are sent away gently, everything is written, and they come back
by themselves when it runs again.
`;
