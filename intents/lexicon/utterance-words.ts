/**
 * Words that do the same work in an utterance, whatever the matter: one stands for all of its class, so that what was
 * learnt of 撤了吧 holds of 销了吧. Normalised text; the longest word at a place counts, the first class that has it.
 */
export const utteranceWords = {
  not: '不 没 没有 没能 未 别 甭 莫 勿 冇 唔 无 无人 不用 不要 不必 不需要 用不着 不想 不能 不会 不让 不许 不准 没法 没必要 不是 并非 并没有 从没 从未 没啥 没什么 木有 莫得 没得',
  never: '根本 压根 完全 从来 从头到尾 始终 一直 半点 一点儿 丝毫 半个 至今 到现在 到今天 迟迟',
  rhetoric:
    '哪 哪儿 哪里 哪有 哪能 哪来 谁说 什么时候 啥时候 凭什么 凭啥 难道 怎么会 怎么可能 怎么能 谁让 才怪 个屁 个鬼 个头 个锤子 个毛 个啥 个毛线',
  ask: '吗 么 嘛 呢 什么 啥 怎么 咋 怎样 咋样 怎么样 如何 多少 多久 几天 几点 为什么 为啥 为何 是不是 能不能 会不会 可不可以 要不要 有没有 行不行 行吗 可以吗 好吗 能吗 会吗 干嘛 干啥',
  who: '谁 哪个 哪家 哪位 哪个部门 哪个单位',
  if: '如果 要是 万一 假如 倘若 的话 一旦',
  but: '但 但是 不过 可是 可 就是 只是 然而 除了 倒是',
  and: '还有 另外 而且 并且 同时 此外 再加 加上 加一条 加一个 再加一条 再加一个 顺便 顺带 连 也 一并 一起 一块儿 一块',
  only: '只 只要 只有 只报 只留 光 光报 就报 就留 单 仅 只剩 留下 保留',
  first: '第一 第一个 第一条 头一个 前面那个 前一个 前面 上面那个 上一个',
  second: '第二 第二个 第二条 后一个 后面那个 后面 下面那个 最后一个 另一个',
  both: '都 全 两个 两条 两件 俩 全部 所有 两样 一共',
  drop: '去掉 删 删掉 删了 划掉 拿掉 撤掉 去了 不算 除掉 剔掉 remove drop delete',
  send: '报 报上去 上报 提交 交 交上去 递 递上去 送 送上去 往上报 往上送 发出去 派 派下去 立案 立单 开单 受理 登记 录上 走流程 派人 发 送出 submit file send',
  cancel: '取消 作废 算了 拉倒 罢了 放弃 不弄了 不搞了 不整了 免了 cancel forget',
  withdraw:
    '撤 撤了 撤诉 撤单 撤销 撤回 撤掉 撤吧 销 销了 销案 销单 收回 关单 结单 关了 不告了 不投诉了 不追究 不追究了 不举报了 不办了 不查了 withdraw',
  keep: '留着 保留 继续 接着 接着办 照办 照常 先放着 坚持 一定要 必须 keep',
  later:
    '回头 改天 以后 以后再说 过几天 过两天 下次 晚点 待会 待会儿 一会儿 等会 等会儿 有空 再说 再看 看看再说 考虑 想想',
  wait: '等 等等 等着 稍等 等一下 等我 等下 等消息 等信儿 等通知',
  hurry:
    '快 快点 快些 赶紧 赶快 抓紧 尽快 马上 立刻 立即 速度 麻溜 麻利 加急 优先 催 催催 催一下 催办 别拖 hurry asap quickly',
  late: '几天了 好几天 一个星期 一周 三天 半个月 这么久 这么慢 太慢 拖 拖着 磨蹭 超时 超期 过期 过期了 迟 还没来 老半天',
  right:
    '对 对的 对着 没错 没问题 没毛病 正确 属实 准确 无误 没差 是这样 就这样 就是它 一样 right correct',
  wrong: '错 错了 写错 说错 弄错 搞错 记错 打错 写岔 有误 不符 不对 弄岔 搞岔 wrong mistake',
  yes: '是 是的 嗯 嗯嗯 好 好的 行 可以 中 成 妥 得 得嘞 要得 确认 确定 同意 好嘞 好滴 ok okay yes sure yep',
  no: '不行 不可以 不同意 不中 no nope',
  change: '改 改成 改为 换 换成 更正 纠正 修改 改一下 应该是 其实是 准确说 重写 change',
  place:
    '地址 地点 位置 地方 门口 楼下 村 小区 镇 街道 路口 桥 号楼 东门 西门 南门 北门 对面 旁边 隔壁 东头 西头 村口 address place',
  time: '时间 早上 清早 凌晨 半夜 夜里 晚上 中午 晌午 下午 傍晚 上午 白天 周末 每天 天天 昨天 昨晚 今天 今晚 前天 现在 刚才 点钟 time night morning noon',
  phone: '电话 手机 手机号 号码 座机 联系方式 微信 短信 phone number',
  fix: '解决 处理 弄 整 搞 办 治 治理 修 整改 清理 管 管管 查 查处 fix fixed solved handle',
  fixed:
    '解决了 处理好了 处理了 弄好了 搞定 搞定了 办好了 好了 修好了 改好了 清了 清走了 清干净 拆了 搬走了 搬走 撤走 停了 关门了 消停 消停了 安静 安静了 清静 没了 不冒了 不吵了 不响了 不臭了 不烤了 没味了 没烟了 没声了 没再 不见了 干净了 散了 gone stopped',
  still:
    '还 还是 仍 仍然 依旧 依然 照样 照旧 照 老样子 跟以前一样 没变 没动 原样 该咋样咋样 still same',
  again: '又 再次 复发 反弹 又来了 又开始 重新 死灰复燃 卷土重来 again back',
  partly:
    '一半 部分 一部分 一点 一些 好点 好些 好多了 少了 小了 轻了 有时 有时候 偶尔 有改善 好转 缓解 时好时坏 暂时 没全 没完全 没彻底 七八成 大半 差不多 partly better sometimes less',
  useless:
    '没用 不管用 不顶用 白来 白跑 白搭 没效果 没动静 糊弄 敷衍 应付 走过场 做样子 走形式 骗人 忽悠 useless',
  nuisance:
    '冒 冒烟 烟 吵 响 臭 味 味儿 味道 噪音 噪声 声音 烤 烧 呛 熏 排 扬尘 灰 土 垃圾 污水 油烟 smoke noise smell',
  source: '摊 摊子 烧烤 烧烤摊 店 饭店 饭馆 老板 摊主 工地 厂 厂子 空调 外机 炉子 机器 他家 那家',
  contact:
    '联系 打 打过 打了 找 找过 通知 接到 来 来过 来人 上门 到 见 见过 call called came contact contacted',
  people: '人 有人 没人 谁也 一个人 人影 鬼影 nobody somebody someone',
  unit: '他们 街道 城管 环保局 单位 部门 局 镇里 那边 对方 政府 你们 they',
  status:
    '进度 进展 结果 下文 消息 信儿 动静 情况 后续 状态 回音 回复 说法 到哪 到哪了 到哪步 哪一步 status progress update news',
  ticket: '单 单子 工单 案子 投诉 诉求 编号 这件事 那个事 那事 我那个 我的事 case complaint ticket',
  satisfied: '满意 满意了 称心 舒心 知足 satisfied happy',
  good: '好评 五星 满分 不错 挺好 很好 真好 特别好 好极了 棒 真棒 赞 点赞 给力 厉害 到位 利索 负责 用心 热情 和气 客气 耐心 周到 专业 good great excellent perfect',
  soso: '一般 一般般 还行 还可以 还成 还好 凑合 将就 马马虎虎 勉强 过得去 就那样 及格 三星 基本 基本上 还算 大体 average',
  bad: '差 差评 太差 差劲 零分 一星 失望 寒心 垃圾 烂 糟糕 恶心 生气 气死 不作为 推诿 踢皮球 拖拉 bad poor terrible awful disappointed',
  praise: '表扬 锦旗 感动 佩服 敬业 好样的 干得好 夸 竖大拇指 效率高 真快 办实事',
  thanks:
    '谢谢 谢 多谢 感谢 辛苦 辛苦了 麻烦了 费心 受累 劳驾 有劳 添麻烦 不容易 理解 thanks thank thx',
  calm: '不急 不着急 慢慢来 没事 没关系 不要紧 你们忙 知道了 明白 收到 了解 懂了 晓得',
  please: '请 麻烦 拜托 求 求求 劳烦 please',
  suggest:
    '建议 希望 提个建议 提个意见 不如 最好 应该 可以考虑 能不能多 可不可以多 要是能 suggest should',
  insult:
    '废物 饭桶 傻 蠢 笨 白痴 智障 脑残 滚 妈的 他妈 狗屁 放屁 混蛋 王八蛋 骗子 吃干饭 吃闲饭 有病 神经病 不要脸 什么玩意 啥也不是 idiot stupid dumb',
  human:
    '人工 真人 活人 客服 坐席 接线员 工作人员 领导 主任 科长 局长 负责人 管事的 human person agent operator',
  machine: '机器 机器人 系统 平台 自动 bot robot',
  secret: '匿名 保密 泄露 透露 暴露 报复 知道是我 是我说的 不留名 露名 不署名 anonymous secret',
  me: '我 俺 我们 咱 本人 我家 i my me',
  hearsay: '听说 据说 新闻 电视 电影 梦见 梦到 网上 演习',
  fear: '怕 担心 恐怕 隐患 风险 危险',
  liken: '像 跟 似的 一样 好像 如同 仿佛 以为',
  past: '去年 前年 以前 之前 上次 上回 曾经 已经 后来 早就',
  fire: '着火 起火 失火 着了 火苗 浓烟 烧着 大火 自燃 fire',
  gas: '煤气 燃气 天然气 瓦斯 液化气 煤气罐 gas',
  leak: '漏 漏气 泄漏 喷 外泄 冒气 leak',
  harm: '晕倒 昏倒 昏迷 晕过去 叫不醒 没呼吸 抽搐 吐血 流血 受伤 不省人事 中毒 触电 电着 电倒 砸着 压住 压着 埋住 烫着 卷进 摔下来 不动了 不行了 倒地 unconscious hurt injured',
  trapped: '困住 被困 困在 出不来 下不来 上不来 掉进 掉到 掉下去 落水 淹 塌了 坍塌 卡住 trapped',
  violence: '打人 砍人 拿刀 持刀 刀 动手 打架 追着打 要打 要杀 威胁 knife',
  suicide: '跳楼 不想活 自杀 割腕 轻生 上吊 想死 死了算了',
  rescue: '救命 救人 快来人 出人命 help emergency',
  rate: '评价 评 打分 点错 评错 选错 重新评 重评 rating',
  chat: '发错 打错 手滑 误触 接电话 开车 吃饭 孩子 在忙 没电 哈哈 哦 额 嗯… 啊这',
  greet: '你好 您好 在吗 有人吗 喂 哈喽 早上好 晚上好 hello hi',
} as const
