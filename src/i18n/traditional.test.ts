import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aroundZhCN } from './desk/around-zh-cn.js';
import { deskWords } from './desk/desk-words.js';
import { figuresZhCN } from './desk/figures-zh-cn.js';
import { shareCheckZhCN } from './desk/share-check-zh-cn.js';
import { shelvingZhCN } from './desk/shelving-zh-cn.js';
import { talkZhCN } from './desk/talk-zh-cn.js';
import { deskZhCN } from './desk/zh-cn.js';
import { zhCNComfort } from './locales/zh-cn-comfort.js';
import { zhCN } from './locales/zh-cn.js';
import { zhCNPlayer } from './locales/zh-cn-player.js';
import { zhCNStats } from './locales/zh-cn-stats.js';
import { toTraditional } from './traditional.js';
import { wordsFor } from './words.js';

const messages = Object.entries({
  ...zhCN,
  ...zhCNPlayer,
  ...zhCNStats,
  ...zhCNComfort,
  ...deskZhCN,
  ...talkZhCN,
  ...aroundZhCN,
  ...shelvingZhCN,
  ...shareCheckZhCN,
  ...figuresZhCN,
});

/** Common characters that are written only in simplified Chinese: none of them may be left in what a reader in Taiwan sees. */
const SIMPLIFIED = `
与专业东丝两严丧个丰临为丽举么义乐乔习乡书买乱争亏亚产亩亲亿仅从仓仪们价众优伙会伞伟传伤伦伪体佣侠侣侦侧侨俭债倾偿储儿兑党兰关兴养兽内冈册写军农
冯决况冻净准凉减凤凭凯击刘则刚创删别剂剑剧劝办务动励劲劳势区医华协单卖卢卫却厂厅历厉压厌厕县参双发变叠号叹听启员呜响哑唤啬喷嘱团园围国图圆圣场坏块坚坛坝坞坟
垄垒垦垫墙壮声壳处备复够头夹夺奋奖妆妇妈娱婴学宁宝实宠审宪宽宾对导寻寿将尔尝层属岁岂岛岭币帅师帐帘带帮庄庆库应庙废开异弃张弥弯弹强归当录彻径忆忧怀态怜总恋恒恶
恼悦悬惊惧惨惯愤愿懒戏战户扑执扩扫扬扰抚抛抢护报担拟拢拥择挂挡挤挥捡换据掷掺揽搀搁搂搅携摄摆摇摊撑敌数斋断无旧时旷显晓晒晕暂术机杀杂权条来杨极构枪枫柜标栈栋栏
树样档桥梦检楼榄槛横欢欧歼残毁毕毙气氢汇汉汤沟没泪泼泽洁浅测济浏浑浓涛涡润涨渐渔湾湿满滚滞滤滥滨漏灭灯灵灾灿炉点炼烁烂烛烟烦烧热爱爷牵犹独狭狮猎猪献玛环现玻
珑电画畅疗疯疮痒瘫皱盏盐监盖盗盘着睁矫矿码砖础硕确碍礼祷祸离种积称稳穷窃竞笔笼筑筛签简篮粮紧纠红约级纪纯纱纲纳纵纷纸纹线练组细织终绍经绑结绕绘给络绝统继绩绪续绳
维综绿缓编缘缝缠缩缴网罗罚罢耸聋职联聪肃肠肤肿胀胁胆胜胶脉脏脑脚脱脸腾舰舱艰艺节芜苇苍苹范茎荐荡荣药获莱莲营萧萨蓝蔼虏虑虚虫虽蚀蚁蚂蛮蜡补衬袄袜装裤见观规视
览觉触订认讥计讨让讯议讲许论设访证评识诈诉词译试诗诚话诞询该详语误诱说请诸读课谁调谈谊谋谓谜谢谣谦谨谱财责贤败货质贩购贯贴贵贷费贺贼资赏赐赔赖赚赛赞赠赢赵赶趋跃
践踪车轨转轮软轰轻载较辅辆辈输辑边达迁过迈运还这进远违连迟适选递遗邓邮邻郑酱释里鉴针钉钓钟钢钥钩钱钻铁铃铅铜铺链销锁锅错锡锦键锻镇镜长门闪闭问闯闲间闷闹闻阅阔队
阳阴阵阶际陆陈险随隐隶难雾静韩页顶项顺须顽顾顿预领颇频颗题颜额风飘飞饥饭饮饰饱饼饿馆驰驱驳驶驻驾骂骄骆验骑骗骤鱼鲁鲜鸟鸡鸣鸭鸽鸿鹅鹰麦黄齐齿龄龙龟丢帧`;
const simplified = new Set(SIMPLIFIED.replace(/\s/g, ''));
// These are also good traditional characters with another sense; they are in the words below where we use them.
for (const char of '准范恒册强帘脱黄佣') simplified.delete(char);

describe('Taiwan’s Chinese', () => {
  test('holds no character that is written only in simplified Chinese', () => {
    for (const [key, text] of messages) {
      const left = [...toTraditional(text)].filter(char => simplified.has(char));
      assert.deepEqual(left, [], `${key}: ${text}`);
    }
  });

  test('holds no word of the mainland that has one of its own', () => {
    const words =
      /全屏|網絡|鏈接|信息|登錄|刷新|粘貼|加載|視頻|屏幕|軟件|默認|數據|服務器|用戶|賬號|短信|二維碼|游客|聯系|復制|里|“|”/;
    for (const [key, text] of messages) assert.doesNotMatch(toTraditional(text), words, key);
  });

  test('keeps every placeholder', () => {
    const names = (text: string) => text.match(/\{\w+\}/g) ?? [];
    for (const [key, text] of messages) assert.deepEqual(names(toTraditional(text)), names(text), key);
  });

  test('reads as if it had been written there', () => {
    const expected = `
      正在进入直播间… = 正在進入直播間…
      网络已断开，恢复后会自动继续 = 網路已斷開，恢復後會自動繼續
      退出全屏 = 離開全螢幕
      已关闭小窗播放的章节 = 已關閉子母畫面的章節
      认证商家 = 認證商家
      游客{number} = 訪客{number}
      全部商品（{count}） = 全部商品（{count}）
      趁这会儿先逛逛，商品都在 = 趁這會兒先逛逛，商品都在
      别走开，画面恢复后会自动播放 = 別走開，畫面恢復後會自動播放
      距开播 {time} = 距開播 {time}
      主播暂时离开，马上回来 = 直播主暫時離開，馬上回來
      直播已结束，感谢观看 = 直播已結束，感謝觀看
      回放 = 重播
      点击开启声音 = 點擊開啟聲音
      暂时连不上画面，请检查网络后再试 = 暫時連不上畫面，請檢查網路後再試
      没有成功，请刷新页面后再试 = 沒有成功，請重新整理頁面後再試
      登录信息无效，请重新登录 = 登入資訊無效，請重新登入
      这里什么都没有，请检查链接 = 這裡什麼都沒有，請檢查連結
      直播间已满，有空位时会自动进入 = 直播間已滿，有空位時會自動進入
      发得太快啦，稍等一下再发 = 發得太快啦，稍等一下再發
      这条评论已经不在了 = 這則留言已經不在了
      最多同时讲解三件商品，请先取消一件 = 最多同時介紹三件商品，請先取消一件
      直播间设置有误，请告诉商家 = 直播間設定有誤，請告訴商家
      当前浏览器无法播放，请换一个浏览器打开 = 目前瀏覽器無法播放，請換一個瀏覽器打開
      分享没有成功，请复制下面的链接 = 分享沒有成功，請複製下面的連結
      立省{amount} = 現省{amount}
      仅剩{count}件 = 僅剩{count}件
      满{amount}可用 = 滿{amount}可用
      来晚了，已抢光 = 來晚了，已搶光
      抢到了！{value}，券码 {code} = 搶到了！{value}，優惠碼 {code}
      长按券码即可复制 = 長按優惠碼即可複製
      发条评论就能领 = 發則留言就能領
      {count}条新评论 = {count}則新留言
      小助手 = 小幫手
      选择「发送给朋友」，再选群聊 = 選擇「傳送給朋友」，再選群組聊天
      链接已复制，去群里粘贴吧 = 連結已複製，去群組裡貼上吧
      分享到群 = 分享到群組
      货架还是空的，先添加一件商品，或者载入节目文件 = 貨架還是空的，先添加一件商品，或者載入節目檔案`;
    const pairs = expected
      .trim()
      .split('\n')
      .map(line => line.trim().split(' = '));
    assert.ok(pairs.length >= 30);
    for (const [from, to] of pairs) assert.equal(toTraditional(from!), to);
  });

  test('is spoken by the desk too', async () => {
    await wordsFor('zh-TW', () => {});
    assert.equal(deskWords('zh-TW', 'desk.setNotice'), '發布公告');
    assert.equal(deskWords('zh-Hant-HK', 'desk.left', { left: 3, total: 9 }), '剩 3 / 9');
  });
});
