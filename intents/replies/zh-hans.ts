/** What the bot says in simplified Chinese. `{slot}` is filled by the dialogue. */
export const replies = {
  greeting:
    '您好，这里是密云区生态环境诉求受理。请直接说：出了什么问题、在哪里，比如“果园西里门口的烧烤摊每天晚上冒烟”。',
  thanks: '不客气。有新情况随时告诉我，回复“进度”可以查办理情况。',
  patience: '我理解您着急。请告诉我问题在哪里、是什么情况，我马上帮您办。',
  sticker: '收到。请用文字告诉我：出了什么问题、在哪里。',
  'not-understood': '我还没听明白。请告诉我：出了什么问题、在哪里？别的事可以拨打12345。',
  'not-understood.again':
    '我还是没听明白。请换个说法：出了什么问题、在哪里？也可以转人工，或者拨打12345。',
  'slow-down': '您的消息有点多，我一条一条处理，请稍等一分钟再发。',

  'danger.fire': '有火情请立即打119：先撤离，别返回，低身捂鼻走楼梯！',
  'danger.gas': '燃气泄漏请立即打119：关阀、开窗、离开，别碰电器和明火！',
  'danger.chemical': '有毒有害物质泄漏请立即打119：往上风处撤离，别靠近；有人不适打120！',
  'danger.explosion': '有爆炸危险请立即打119：撤离、远离、别点火；有人受伤打120！',
  'danger.co': '可能是一氧化碳中毒，请立即打120：开窗、抬到室外、关火；有明火打119！',
  'danger.medical': '有人中毒、昏倒或受伤请立即打120：移到通风处，别喂水，有人陪着！',
  'danger.trapped': '有人被困、落水或被压请立即打119：别下去、别硬拉、看住位置；受伤打120！',
  'danger.electric':
    '有人触电或电线落地请立即打119：别靠近、别碰人、断电源；受伤打120，电力抢修95598！',
  'danger.violence': '有人行凶、威胁请立即打110：先躲开、锁好门、别对抗；受伤打120！',
  'danger.self-harm':
    '请马上打110或120，身边有人就别让他一个人；想找人说说话，心理援助热线12356全天都在。',
  'danger.crash': '发生事故、有人受伤请立即打120和122：先避险、别挪伤者、放警示！',
  'danger.unknown': '有人有危险请立即拨打110、119或120：先离开、先呼救、再告诉我！',

  'ask.noise': '噪声是从哪里来的？',
  'ask.dust': '扬尘是从哪里来的？',
  'ask.smell': '味道是从哪里来的？',
  'ask.smoke': '烟是从哪里来的？',
  'ask.water': '是哪种情况？',
  'ask.waste': '是哪种情况？',
  'ask.category': '请问您反映的是哪一类问题？',
  'ask.between': '请再选一下，是哪一种？',
  'ask.place': '在哪个镇街、什么位置？比如“溪翁庄镇走马庄村北边”。',
  'ask.place-again': '还差镇街。请告诉我属于哪个镇或街道（如果园街道、溪翁庄镇）、哪个村或小区。',
  'ask.candidates': '有几个地方叫这个名字，请问是哪一个？',
  'ask.photo-place':
    '照片里带有拍摄位置，在{place}一带。问题就在那里吗？不是的话，请直接说在哪个镇街、什么位置。',
  'ask.candidates-pin': '您发的定位靠近几个镇街的交界，请问是哪一个？',
  'ask.pin-town': '您给工单 {number} 发的定位靠近几个镇街的交界，请问是哪一个？',
  'ask.correction': '哪里不对？直接告诉我就行，比如“不是油烟，是噪声”“地址是果园西里”。',
  'ask.ticket-number': '请告诉我工单编号（MY开头）。',
  'ask.which-ticket': '您有几个工单在办理，请问说的是哪一个？',
  'ask.meant': '您这句我没有听准，先替您留着。是想：',
  'ask.withdraw': '确定要撤销工单 {number}（{category}）吗？撤销后不再办理。',

  'choice.confirm': '确认',
  'choice.correct': '修改',
  'choice.cancel': '取消',
  'choice.elsewhere': '不在那里',
  'word.joint': '；',
  'word.or': '或',
  'choice.none': '都不是',
  'choice.yes': '联系过',
  'choice.no': '没联系',
  'choice.solved': '已解决',
  'choice.partly': '部分解决',
  'choice.unsolved': '未解决',
  'choice.satisfied': '满意',
  'choice.basically': '基本满意',
  'choice.unsatisfied': '不满意',
  'choice.withdraw': '确定撤销',
  'choice.keep': '先不撤',
  'choice.mine': '是我的意思',
  'choice.not-mine': '不对，我自己说',
  'choice.speak': '我要说明',
  'choice.not-now': '先不说',
  'choice.urge': '催办这一件',
  'choice.same': '与上面同一件',
  'choice.another': '另一件事',
  'choice.add': '补充到工单',
  'choice.status': '问进度',
  'choice.anew': '新的诉求',
  'choice.handoff': '转人工',
  'choice.site': '工地',
  'choice.shop-or-factory': '店铺或工厂',
  'choice.public-road-neighbour': '广场、道路或邻居',
  'choice.road': '道路、大车',
  'choice.bare-ground': '空地、料堆',
  'choice.kitchen': '饭店、烧烤',
  'choice.factory-or-repair': '工厂、汽修',
  'choice.waste-water-farm': '垃圾、污水、养殖或河水',
  'choice.burning': '有人烧东西',
  'choice.chimney-or-vehicle': '烟囱或车辆',
  'choice.discharge': '有人排污水',
  'choice.drain': '管道堵了、外溢',
  'choice.river': '河水脏、有人往河里倒',
  'choice.dumped-on-land': '倒在路边空地',
  'choice.dumped-in-river': '倒进河道',

  summary: '请核对：\n{items}\n地点：{place}{when}\n没问题请回复“确认”，不对请直接说。',
  'summary.item':
    '· {category} → {handler} 负责\n  依据：{clause}“{sentence}”\n  最晚 {due} 前办结',
  'summary.item-place': '\n  地点：{place}',
  'summary.when': '\n时间：{when}',
  opened: '已受理，工单编号：\n{numbers}{code}\n签收、联系、办结都会在这里告诉您。',
  'opened.item': '{number}（{category}，{handler}，{due} 前办结）',
  'opened.code': '\n查询码：{code}。请记下来，换了手机也能凭编号和查询码查进度。',
  'opened.phone': '想让承办人电话联系您，可以回复手机号；照片、补充情况也可以随时发来。',
  'opened.desk':
    '这件事我拿不准该归哪个单位，已转派单员人工核定，不会丢。工单编号：{number}，{due} 前派出。{code}',
  'opened.same':
    '已登记，工单编号 {number}。派单员核实后与 {into} 合并办理，{due} 前处理；办理进度照样告诉您。{code}',
  noted: '记下了，会一并转给承办单位。',
  'phone.noted': '手机号已记下，只有需要联系您的人能看到。',
  secrecy: '会为您保密：承办单位看不到您的身份和联系方式。',

  'out-of-scope':
    '抱歉，这件事不归生态环境诉求受理。您可以拨打12345市民服务热线；遇到危险请拨打110、119、120。',
  'out-of-scope.wages':
    '抱歉，欠薪、劳动纠纷不归这里受理。请拨打12345，或到区人力社保局劳动监察反映。',
  'out-of-scope.water-power-heat':
    '抱歉，停水、停电、供暖不归这里受理。请拨打12345；供水、供电、供热单位的抢修电话也可以直接打。',
  'out-of-scope.property': '抱歉，物业、房屋方面的问题不归这里受理。请拨打12345，会转给住建部门。',
  'out-of-scope.parking-traffic':
    '抱歉，停车、交通、公交的问题不归这里受理。请拨打12345；交通违法可拨打122。',
  'out-of-scope.schooling': '抱歉，入学、教育的问题不归这里受理。请拨打12345，会转给教育部门。',
  'out-of-scope.illegal-building': '抱歉，违法建设不归这里受理。请拨打12345，会转给城管和镇街。',
  'out-of-scope.consumer': '抱歉，消费纠纷不归这里受理。请拨打12315或12345。',
  'out-of-scope.road-repair':
    '抱歉，路面、路灯的维修不归这里受理。请拨打12345，会转给道路管理单位。',
  'out-of-scope.police': '抱歉，这属于公安机关受理的事。情况紧急请拨打110。',
  outside: '您说的地方在{name}，不归密云区办理。请拨打12345，会转给当地。',
  inquiry: '{answer}（依据：{clause}）',
  'inquiry.handles':
    '{category}由{handler}承办，{supporting}协办。要反映具体问题，请告诉我在哪里、什么情况。',
  'inquiry.local': '所在的镇、街道',
  'inquiry.none':
    '这个问题方案里没有现成的答案，请拨打12345咨询；如果是要反映污染问题，直接告诉我在哪里、什么情况。',

  'answer.who':
    '我是密云区生态环境诉求的自动受理助手，不是真人；您说的每一件事都有派单员和承办单位的人在办。想找人说，回复“转人工”。',
  'answer.anonymous':
    '可以匿名。您的姓名、电话单独加密保管，不写进工单；说一声“保密”，承办单位就看不到是谁反映的，店家和被反映的人也看不到。',
  'answer.no-typing': '不用打字也行：请拨打12345，坐席替您登记，和在这里说的一样办。',
  'answer.photos': '可以，照片、视频、录音和定位直接发到这里就行，会放进您的诉求里。',
  'answer.phone':
    '承办单位的值班电话请打12345转接；环境问题也可以打12345（原12369已并入）。留个手机号，承办人会打给您。',
  'answer.withdrawn': '撤销后这一件不再办理，也不会有什么影响；以后问题还在，随时可以重新反映。',
  'answer.words':
    '“签收”是承办单位接下了；“吹哨”是镇街请几个部门一起到场；“延期”是经批准推后办结时间；“剔除”是不计入考评；“办结”后回访您，“归档”就是这一件结束了，30天内复发可以重新办。',
  'answer.word.whistle': '“吹哨”是镇街叫几个部门一起到现场，当面商量怎么办，被叫到的部门要按时到。',
  'answer.word.extension':
    '“延期”是确实来不及的，承办单位说明理由，经批准往后推办结时间，会告诉您推到哪天。',
  'answer.word.exclusion':
    '“剔除”是按规定不计入承办单位考评的，比如不归它管、没法办的；您的事照样办，您也可以提意见。',
  'answer.word.closed': '“归档”就是这一件结束了；30天内问题又出现，说一声就重新办。',
  'answer.word.second-handling':
    '“二次办理”是回访时您说没解决或者不满意，单位再办一遍，办完再问您。',
  'answer.word.supervision': '“督办”是区里盯着这一件，承办单位要在期限内说明怎么办的。',
  'answer.word.accept': '“签收”是承办单位接下了这一件，从这时起由它负责。',
  'answer.word.dispatch': '“派单”是把您的诉求交给负责的单位，之后它要签收、联系您、办理。',
  'answer.word.suspension': '“挂账”是一时办不了、要等条件的，写明原因和什么时候再办。',
  'answer.word.code':
    '“查询码”是八位字母和数字，换了手机，凭编号和它在查询页面就能看进度、补充、评价。',
  'answer.word.lead': '“主办”是牵头负责这一件的单位，答复由它给您。',
  'answer.word.supporting': '“协办”是配合主办一起办的单位。',
  'answer.word.resolved':
    '“办结”是单位办完并写了答复，之后会回访您：联系了没有、解决了没有、满意不满意。',
  'answer.word.swift-response':
    '“接诉即办”就是有诉求马上派、马上办，办得好不好由您说了算：响应、解决、满意三个率计入考评。',
  'answer.word.conference': '“会商”是几个单位都说不归自己管时，派单员召集它们商量定由谁办。',
  'answer.word.callback':
    '“回访”是办结后问您三件事：联系了没有、解决了没有、满意不满意；您的回答算数。',
  'answer.basis':
    '要看是什么事：告诉我什么问题、在哪里，核对时会写明依据行动计划的哪一条、原文怎么说。',
  'answer.basis.here': '这件依据{clause}：“{sentence}”，由{unit}负责。',
  'answer.who-handles.desk': '这件派单员正在核定归哪个单位，{due} 前派出，派了马上告诉您。',
  'answer.why-slow.here':
    '抱歉让您久等了。这件由{unit}负责，最晚{due}前办结，超过的系统会自动提醒承办人、负责人和督办人；说一声“催办”，我马上替您催。',
  'answer.rating':
    '回访的答案如实计入承办单位的考评：没解决或不满意的会转入二次办理，重新处理，对您没有任何影响。',
  'answer.why-place':
    '由哪个镇街、哪个单位办，要看地方在哪，所以得知道位置；不清楚门牌，说个村、小区或者路口就行。',
  'answer.why-several':
    '几个问题归不同的单位、按不同的规定办，所以分成几件，各办各的，谁也耽误不了谁。',
  'answer.why-unit':
    '按行动计划的分工和属地原则定的承办单位，依据就写在核对内容和工单里；单位认为不该它办的，会退回由派单员改派，不用您跑。',
  'answer.why-unit.here':
    '这件由{unit}负责，是按行动计划的分工和属地原则定的；它认为不该它办的，会退回由派单员改派，不用您跑。',
  'answer.fine':
    '罚不罚、罚多少，由有执法权的部门（城管、生态环境等）查实后依法决定，结果会写进答复；屡教不改的，镇街可以“吹哨”请几个部门一起来处理。',
  'answer.overdue':
    '过了时限，系统会自动提醒承办人、单位负责人和督办人，逾期计入考评；您说一声“催办”我马上催，也可以打12345。',
  'answer.why-slow':
    '抱歉让您久等了。每一步都有时限，超过的系统会自动提醒承办人、负责人和督办人；说一声“催办”，我马上替您催。',
  'answer.how-long':
    '一般的7天内办结，紧急的2小时、加急的24小时内处理；签收、联系、办结都会在这里告诉您。',
  'answer.how-long.here': '这件最晚{due}前办结；签收、联系、办结都会在这里告诉您。',
  'answer.who-handles':
    '告诉我是什么事、在哪里，我就能说出归哪个单位负责；不归这里管的，也会告诉您该找谁。',
  'answer.who-handles.here': '这件由{unit}负责办理。',
  'answer.next':
    '接下来派给承办单位，签收后会联系您、到现场处理，办结后在这里回访您满意不满意；每一步都会在这里告诉您。',
  'answer.reward': '我这里查不到举报奖励的规定；有没有奖励、怎么领，请打12345问。',
  'answer.cost': '不收费，一分钱都不要。',
  'answer.noise-hours':
    '夜间一般指22点到次日6点，城镇噪声敏感建筑物附近夜间施工除抢险等外不允许，确需连续施工的要有证明并公告。',
  'answer.decibels':
    '居民住宅区一般白天55分贝、夜间45分贝（声环境1类区）；工地场界白天70、夜间55分贝。需要检测的，反映后由承办单位到现场测。',
  'answer.hours':
    '我这里全天都能反映；派单员和承办单位夜里和节假日有人值班，急事照常派，也可以打12345。',
  'answer.what':
    '这里是密云区生态环境诉求受理平台：油烟、噪声、扬尘、异味、污水、垃圾、焚烧这些环境问题，直接说在哪里、什么情况，我来派给负责的单位，办到底。',
  'answer.no-phone':
    '不留也行，凭工单编号和查询码就能查进度；留了，承办人联系您方便些，号码只有需要联系您的人看得到。',
  'answer.at-home': '不用专门等。承办人一般先打电话约时间，去现场查看不需要您在场，也不用您出面。',
  'answer.look-up':
    '回复“进度”就能查；换了手机，打开“查询工单”页面，用编号和查询码查，编号忘了可以打12345。',
  'answer.add-later': '可以。提交以后直接在这里说，会补充、更正到工单里，照片也可以随时发。',
  'answer.recur': '办结后30天内再出现，直接说“又来了”，会二次办理；过了30天，重新反映就行。',
  'answer.allowed':
    '是否违法要由承办单位现场查实后按规定认定；有依据的，工单里会写明是行动计划的哪一条。把地点和情况告诉我就能办。',
  'answer.other-number':
    '停水停电、供暖、物业、欠薪这些请打12345；治安报警打110，火灾119，急救120。',
  'answer.unknown': '这个我答不上来，怕说错。请打12345问，或者回复“转人工”。',
  praise: '谢谢您的鼓励，听到这话很高兴！',
  'praise.passed': '谢谢您的鼓励，会转达给办理的同志。',
  suggest: '谢谢您的建议，说得有道理。要正式提给区里，可以拨打12345登记。',
  'suggest.passed': '谢谢您的建议，已记在工单 {number} 里，办理的人能看到。',
  'keep.none': '好的，没有撤，照常办理。',
  'rate-again':
    '评价交上以后不能再改。要是问题没解决或者又出现了，直接说一声，30天内可以重新办理。',
  unclear: '没听准您的意思，怕弄反了，请点一下：',
  insulted: '抱歉让您生气了，我理解您着急。把问题说给我，我尽力帮您办。',
  heard: '好的，不着急。',
  'secrecy.after':
    '放心，您的姓名和电话没有写进工单，店家和被反映的人看不到；要求保密的话也不转给承办单位。',

  cancelled: '好的，没有提交。说的话替您留着，改主意了回复“接着办”就行。',
  'stale-button': '这个按钮对应的问题已经过了。',
  current: '您的诉求还没有提交，接着说就行。',
  nothing: '现在没有等您回答的问题。有事直接说：出了什么问题、在哪里；回复“进度”查办理情况。',
  resumed: '刚才您说到：{text}',
  shelved: '上次说的“{text}”还没有提交，替您留着；想接着办，回复“接着办”。',

  'status.line': '{number}（{category}）：{status}。\n{handler}{step}{due}',
  'status.step': '，{step}',
  'status.handler': '承办单位 {unit}',
  'status.desk': '在派单台等待派单',
  'status.due': '，{due} 前办结',
  'status.unknown':
    '没有在您的记录里找到 {number}。请核对编号；换了手机可以打开“查询工单”页面，用编号和查询码查。',
  supplemented: '已补充到工单 {number}，承办单位能看到。{place}',
  'place.changed': '\n地点：{before} → {after}',
  'place.pinned': '\n定位已加上，地点：{place}',
  urged: '已催办 {number}，承办单位会看到。{status}',
  'offer.same':
    '附近已有人反映过：{category}，{place}，现在{status}（编号 {number}）。如果说的是同一件，请选“与上面同一件”，会合并办理，进度照样告诉您。',
  'ask.repeat':
    '您说的像是工单 {number}（{category}，{place}）的同一件事，现在{status}。要催办这一件，还是另一件事？',
  'urged.again': '今天已经催办过 {number}，这次说的也加进去了，承办单位能看到。',
  withdrawn: '工单 {number} 已撤销。以后还有问题随时告诉我。',
  kept: '好的，工单继续办理。',
  handoff: '已转人工，派单员会看到您说的全部内容。工单编号：{number}。{code}',
  'handoff.open': '已告诉派单员您要人工联系，工单 {number} 里能看到。',
  'handoff.none':
    '可以转人工。请先说一句：出了什么问题、在哪里，方便的话留个手机号；也可以拨打12345。',

  'callback.contacted': '工单 {number}（{category}）的回访，只有三个问题：\n① 承办单位联系过您吗？',
  'callback.solved': '② 问题解决了吗？',
  'callback.satisfied': '③ 您对办理结果满意吗？',
  'callback.reminder': '还没等到您的回访答复，点一下就行。',
  'callback.repeat': '请点选一个答案，或者直接说，比如“还是那么臭”“没人联系我”。',
  'callback.closed': '谢谢您的评价，工单 {number} 已归档。30天内问题复发可以随时告诉我。',
  'callback.reopened': '对不起，问题没有办好。工单 {number} 已转入二次办理，承办单位会重新联系您。',
  'callback.final': '谢谢您的评价，已如实记录。工单 {number} 已办理多次，转由督办人跟进。',

  'told.final': '工单 {number}（{category}）已由督办人督办，{unit} 已向区里书面答复，现归档。',
  'told.dispatched': '工单 {number}（{category}）已派给 {unit}，{due} 前办结。',
  'told.rated':
    '工单 {number}：坐席在电话里记下您的评价是“{solved}、{satisfied}”。如果不是您的意思，请改正，以您自己说的为准。',
  'told.false-callback': '工单 {number} 上次登记的电话回访不属实，已经作废，现在重新问您。',
  'verdict.kept': '好，以您电话里说的为准。',
  'told.redispatched-last':
    '工单 {number}（{category}）改由 {unit} 办理。以后再换单位不再逐次通知，办结时限不变：{due} 前。',
  'told.redispatched': '工单 {number}（{category}）改由 {unit} 办理，办结时限不变：{due} 前。',
  'told.accepted': '{unit} 已签收工单 {number}，会尽快联系您。',
  'told.contacted': '{unit} 已登记联系您（工单 {number}）。',
  'told.extended': '工单 {number} 延期到 {due}，原因：{reason}。',
  'told.asked': '{unit} 想请您补充（工单 {number}）：{question}',
  'told.resolved': '工单 {number}（{category}）已办结。{unit} 答复：\n{reply}',
  'told.referred': '工单 {number} 不属于生态环境诉求，已转给 {to}。',
  'told.merged': '工单 {number} 与 {into} 是同一件事，合并办理，进度以 {into} 为准。',
  'told.unmerged': '工单 {number} 不再与 {into} 合并，正由派单员重新派单，进度会告诉您。',
  'opened.held':
    '您的诉求已记下，编号 {number}。近期您反映较多，{until} 前先由派单员人工查看再派单，{due} 前处理，不会丢失；遇到险情请直说，照常马上处理。{code}',
  'held.added': '已记到工单 {number}，派单员会一起看。{until} 前新的诉求先由人工查看，不会丢失。',
  'flood.folded':
    '您近期反映的 {count} 件像是同一类事，已并到工单 {number} 一起办理，进度以它为准，您说过的话都保留。说明：{reason}。如果不是同一件事，请回复说明，我们会分开办。',
  'flood.blocked':
    '您近期反映较多。为了不漏掉要紧的事，{until} 前您的新诉求先由派单员人工查看再派单，不会丢失；遇到险情请直说，照常马上处理。说明：{reason}。有不同意见请回复“转人工”。',
  'flood.lifted': '您的新诉求恢复直接派单。说明：{reason}。',
  'told.reopened': '工单 {number} 进入二次办理，{unit} 会重新处理，{due} 前办结。',
  'told.exclusion':
    '工单 {number}（{category}）被提请不计入考评，情形：{ground}。您可以说明情况，由另一位督办人看过再决定。',
  'told.excluded':
    '工单 {number}（{category}）已定为不计入考评。不同意的可以申诉一次，由没有办过的督办人重新决定。',
  'told.excluded-final': '工单 {number}（{category}）申诉后仍定为不计入考评。',
  'told.included': '工单 {number}（{category}）照常计入考评。',
  'ask.exclusion': '请说明您知道的情况，下一条消息会记入工单 {number}，电话等个人信息自动遮盖。',
  'exclusion.heard': '已记入工单 {number}，决定的人会看到。',
  'ground.unlawful-demand': '诉求不合法或不合理',
  'ground.outside-powers': '超出本区权限',
  'ground.malicious-or-repeated': '恶意或终局答复后重复',
  'ground.untrue': '情况不属实',
  'ground.force-majeure': '不可抗力',
  'ground.system-outage': '系统故障',
  'told.phone':
    '我们没等到您的回访答复。留过电话的，工作人员会再打电话问您；也可以随时在这里回复。',

  'step.opened': '已受理',
  'step.queued': '等待派单',
  'step.dispatched': '{time} 派单',
  'step.accepted': '{time} 签收',
  'step.contacted': '{time} 联系过您',
  'step.noted': '{time} 有新的办理记录',
  'step.returned': '{time} 退回派单台重新派单',
  'step.whistled': '{time} 吹哨请相关部门到场',
  'step.asked': '{time} 请您补充情况',
  'step.extended': '{time} 批准延期',
  'step.resolved': '{time} 办结',
  'step.reopened': '{time} 转入二次办理',
  'step.closed': '{time} 归档',

  'state.pending': '等待派单',
  'state.dispatched': '已派单，等待签收',
  'state.accepted': '已签收',
  'state.in-progress': '办理中',
  'state.awaiting-citizen': '等您补充情况',
  'state.suspended': '已列入计划办理',
  'state.conference': '会商中',
  'state.resolved': '已办结，等您评价',
  'state.reopened': '二次办理中',
  'state.closed': '已归档',
  'state.withdrawn': '已撤销',
  'state.merged': '已并单办理',
  'state.referred': '已转介',

  'annex.climate': '应对气候变化',
  'annex.air': '大气',
  'annex.water': '水',
  'annex.soil': '土壤',
  'annex.ecology': '生态',
  clause: '{annex} {task}',
  'place.told': '{place}（原话：{told}）',
  'place.unknown': '待核实',

  'text-cut':
    '您这段话太长，先读了前{read}个字；后面{left}个字已经保存，但还没有看。要紧的事如果在后面，请分几条发给我。',
  'too-fast':
    '您发得太快，我都收下了，一条也没有丢。请稍等一会儿，我一起看完再答复您；有危险请马上拨打119或120。',
  'in-group':
    '这里人多，我不在群里受理，免得别人看到您的情况。请加我为好友，一对一告诉我：出了什么问题、在哪里。（单位工作群：在工作台“群和接口”里填群号 {group}，就能在这里收工作通知。）',
  'choice.location': '发送位置',
  'card.summary': '请核对',
  'card.receipt': '已受理',
  'card.callback': '办结回访',
  'card.number': '编号',
  'card.category': '类别',
  'card.place': '地点',
  'card.when': '时间',
  'card.handler': '单位',
  'card.clause': '依据',
  'card.clause-of': '{clause}：{sentence}',
  'card.due': '时限',
  'card.due-by': '{due} 前办结',
  'card.step': '进展',
  'card.follow': '签收、联系、办结都会在这里告诉您。',
  'card.hint': '没问题请按“确认”，不对请直接说。',

  'refused.too-often': '今天已经催办过了，承办单位看得到，明天可以再催。',
  'refused.wrong-status': '工单现在的状态不能这样操作。回复“进度”看看办到哪一步了。',
  'refused.too-late': '已经超过可以操作的时间。需要的话请重新反映，我马上受理。',
  'refused.limit-reached': '这个工单已经办理多次，转由督办人跟进。新的情况请直接告诉我。',
  'refused.already-done': '您已经评价过了，谢谢。',
  'refused.other': '这一步没有办成，您说的话已经保存。请换个说法再试，或拨打12345。',
} as const
