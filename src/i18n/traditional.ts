/**
 * Simplified characters that our messages use, each followed by its traditional form. Only ours: this derives zh-TW
 * from zh-CN without a second table of messages; a test reads zh-CN and fails on a character that is missing here.
 */
const PAIRS =
  '个個为為么麼仅僅们們价價众眾优優会會儿兒关關内內写寫减減击擊删刪别別动動单單发發号號后後启啟场場声聲处處复復对對将將库庫开開张張当當录錄态態总總抢搶拟擬择擇换換断斷' +
  '无無旧舊时時显顯暂暫权權条條来來样樣检檢槛檻没沒浏瀏满滿点點状狀现現画畫着著码碼确確离離称稱经經结結给給络絡继繼续續编編缩縮网網联聯观觀览覽认認讲講论論设設证證' +
  '评評诉訴试試话話该該误誤说說请請谢謝败敗货貨购購贴貼转轉载載输輸边邊过過还還这這进進连連选選里裡铺鋪链鏈长長门門闭閉问問间間随隨隐隱静靜页頁领領题題马馬' +
  '节節数數据據键鍵从從缓緩冲衝丢丟帧幀迟遲标標顿頓带帶举舉报報广廣诈詐骗騙顶頂审審弹彈飘飄赞讚规規则則销銷钟鐘谁誰词詞拦攔骂罵记記预預约約杀殺笔筆订訂签簽钥鑰与與' +
  '笔筆订訂签簽钥鑰与與图圖组組详詳车車买買卖賣刚剛项項额額实實队隊轮輪奖獎费費运運扫掃备備颜顏宽寬够夠错錯验驗兑兌归歸应應签簽钥鑰锁鎖让讓补補纹紋释釋参參计計变變' +
  '见見专專历歷机機维維识識荐薦电電营營业業务務责責账帳头頭弃棄类類钮鈕' +
  '读讀员員导導传傳势勢远遠几幾种種统統顾顧档檔净淨热熱线線币幣';

/** Words that Taiwan says differently, after the characters have been changed; the earlier ones first. */
const WORDS =
  '退出全屏>離開全螢幕 全屏>全螢幕 小窗播放>子母畫面 隔空播放>AirPlay 清晰度>畫質 播放數據>播放統計 碼率>位元率 內核>核心 自帶>內建 ' +
  '復制>複製 回復>回覆 刷屏>洗版 網絡>網路 鏈接>連結 信息>資訊 登錄>登入 刷新>重新整理 聯系>聯絡 游客>訪客 ' +
  '主播>直播主 評論>留言 條留言>則留言 條新留言>則新留言 回放>重播 講解>介紹 小助手>小幫手 加載>載入 ' +
  '當前>目前 粘貼>貼上 群聊>群組聊天 到群>到群組 群裡>群組裡 發送>傳送 推流>串流 文件>檔案 ' +
  '口令>通行碼 券碼>優惠碼 立減>現折 立省>現省 退出>登出 怎樣>怎麼 設置>設定 點讚>按讚 火爆>熱鬧 合并>合併 保存>儲存 日歷>行事曆 二維碼>QR碼 打印>列印 導出>匯出 小程序>小程式 數據>資料 “>「 ”>」';

let table: Map<string, string> | undefined;
let words: readonly (readonly string[])[] | undefined;

/** 简体 → 繁體, for the kit's own messages. */
export function toTraditional(text: string): string {
  if (!table) {
    table = new Map();
    for (let at = 0; at < PAIRS.length; at += 2) table.set(PAIRS[at]!, PAIRS[at + 1]!);
  }
  words ??= WORDS.split(' ').map(pair => pair.split('>'));
  let result = '';
  for (const char of text) result += table.get(char) ?? char;
  for (const [from, to] of words) result = result.split(from!).join(to);
  return result;
}
