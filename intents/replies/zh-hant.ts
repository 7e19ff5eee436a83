import type { ReplyKey } from './types.ts'

/** What the bot says in traditional Chinese; the same keys as zh-hans.ts. */
export const replies = {
  greeting:
    '您好，這裡是密雲區生態環境訴求受理。請直接說：出了什麼問題、在哪裡，比如“果園西里門口的燒烤攤每天晚上冒煙”。',
  thanks: '不客氣。有新情況隨時告訴我，回覆“進度”可以查辦理情況。',
  patience: '我理解您著急。請告訴我問題在哪裡、是什麼情況，我馬上幫您辦。',
  sticker: '收到。請用文字告訴我：出了什麼問題、在哪裡。',
  'not-understood': '我還沒聽明白。請告訴我：出了什麼問題、在哪裡？別的事可以撥打12345。',
  'not-understood.again':
    '我還是沒聽明白。請換個說法：出了什麼問題、在哪裡？也可以轉人工，或者撥打12345。',
  'slow-down': '您的訊息有點多，我一條一條處理，請稍等一分鐘再發。',

  'danger.fire': '有火情請立即打119：先撤離，別返回，低身捂鼻走樓梯！',
  'danger.gas': '燃氣洩漏請立即打119：關閥、開窗、離開，別碰電器和明火！',
  'danger.chemical': '有毒有害物質洩漏請立即打119：往上風處撤離，別靠近；有人不適打120！',
  'danger.explosion': '有爆炸危險請立即打119：撤離、遠離、別點火；有人受傷打120！',
  'danger.co': '可能是一氧化碳中毒，請立即打120：開窗、抬到室外、關火；有明火打119！',
  'danger.medical': '有人中毒、昏倒或受傷請立即打120：移到通風處，別喂水，有人陪著！',
  'danger.trapped': '有人被困、落水或被壓請立即打119：別下去、別硬拉、看住位置；受傷打120！',
  'danger.electric':
    '有人觸電或電線落地請立即打119：別靠近、別碰人、斷電源；受傷打120，電力搶修95598！',
  'danger.violence': '有人行兇、威脅請立即打110：先躲開、鎖好門、別對抗；受傷打120！',
  'danger.self-harm':
    '請馬上打110或120，身邊有人就別讓他一個人；想找人說說話，心理援助熱線12356全天都在。',
  'danger.crash': '發生事故、有人受傷請立即打120和122：先避險、別挪傷者、放警示！',
  'danger.unknown': '有人有危險請立即撥打110、119或120：先離開、先呼救、再告訴我！',

  'ask.noise': '噪聲是從哪裡來的？',
  'ask.dust': '揚塵是從哪裡來的？',
  'ask.smell': '味道是從哪裡來的？',
  'ask.smoke': '煙是從哪裡來的？',
  'ask.water': '是哪種情況？',
  'ask.waste': '是哪種情況？',
  'ask.category': '請問您反映的是哪一類問題？',
  'ask.between': '請再選一下，是哪一種？',
  'ask.place': '在哪個鎮街、什麼位置？比如“溪翁莊鎮走馬莊村北邊”。',
  'ask.place-again': '還差鎮街。請告訴我屬於哪個鎮或街道（如果園街道、溪翁莊鎮）、哪個村或小區。',
  'ask.candidates': '有幾個地方叫這個名字，請問是哪一個？',
  'ask.photo-place':
    '照片裡帶有拍攝位置，在{place}一帶。問題就在那裡嗎？不是的話，請直接說在哪個鎮街、什麼位置。',
  'ask.candidates-pin': '您發的定位靠近幾個鎮街的交界，請問是哪一個？',
  'ask.pin-town': '您給工單 {number} 發的定位靠近幾個鎮街的交界，請問是哪一個？',
  'ask.correction': '哪裡不對？直接告訴我就行，比如“不是油煙，是噪聲”“地址是果園西里”。',
  'ask.ticket-number': '請告訴我工單編號（MY開頭）。',
  'ask.which-ticket': '您有幾個工單在辦理，請問說的是哪一個？',
  'ask.meant': '您這句我沒有聽準，先替您留著。是想：',
  'ask.withdraw': '確定要撤銷工單 {number}（{category}）嗎？撤銷後不再辦理。',

  'choice.confirm': '確認',
  'choice.correct': '修改',
  'choice.cancel': '取消',
  'choice.elsewhere': '不在那裡',
  'word.joint': '；',
  'word.or': '或',
  'choice.none': '都不是',
  'choice.yes': '聯絡過',
  'choice.no': '沒聯絡',
  'choice.solved': '已解決',
  'choice.partly': '部分解決',
  'choice.unsolved': '未解決',
  'choice.satisfied': '滿意',
  'choice.basically': '基本滿意',
  'choice.unsatisfied': '不滿意',
  'choice.withdraw': '確定撤銷',
  'choice.keep': '先不撤',
  'choice.mine': '是我的意思',
  'choice.not-mine': '不對，我自己說',
  'choice.speak': '我要說明',
  'choice.not-now': '先不說',
  'choice.urge': '催辦這一件',
  'choice.same': '與上面同一件',
  'choice.another': '另一件事',
  'choice.add': '補充到工單',
  'choice.status': '問進度',
  'choice.anew': '新的訴求',
  'choice.handoff': '轉人工',
  'choice.site': '工地',
  'choice.shop-or-factory': '店鋪或工廠',
  'choice.public-road-neighbour': '廣場、道路或鄰居',
  'choice.road': '道路、大車',
  'choice.bare-ground': '空地、料堆',
  'choice.kitchen': '飯店、燒烤',
  'choice.factory-or-repair': '工廠、汽修',
  'choice.waste-water-farm': '垃圾、汙水、養殖或河水',
  'choice.burning': '有人燒東西',
  'choice.chimney-or-vehicle': '煙囪或車輛',
  'choice.discharge': '有人排汙水',
  'choice.drain': '管道堵了、外溢',
  'choice.river': '河水髒、有人往河裡倒',
  'choice.dumped-on-land': '倒在路邊空地',
  'choice.dumped-in-river': '倒進河道',

  summary: '請核對：\n{items}\n地點：{place}{when}\n沒問題請回復“確認”，不對請直接說。',
  'summary.item':
    '· {category} → {handler} 負責\n  依據：{clause}“{sentence}”\n  最晚 {due} 前辦結',
  'summary.item-place': '\n  地點：{place}',
  'summary.when': '\n時間：{when}',
  opened: '已受理，工單編號：\n{numbers}{code}\n簽收、聯絡、辦結都會在這裡告訴您。',
  'opened.item': '{number}（{category}，{handler}，{due} 前辦結）',
  'opened.code': '\n查詢碼：{code}。請記下來，換了手機也能憑編號和查詢碼查進度。',
  'opened.phone': '想讓承辦人電話聯絡您，可以回覆手機號；照片、補充情況也可以隨時發來。',
  'opened.desk':
    '這件事我拿不準該歸哪個單位，已轉派單員人工核定，不會丟。工單編號：{number}，{due} 前派出。{code}',
  'opened.same':
    '已登記，工單編號 {number}。派單員核實後與 {into} 合併辦理，{due} 前處理；辦理進度照樣告訴您。{code}',
  noted: '記下了，會一併轉給承辦單位。',
  'phone.noted': '手機號已記下，只有需要聯絡您的人能看到。',
  secrecy: '會為您保密：承辦單位看不到您的身份和聯絡方式。',

  'out-of-scope':
    '抱歉，這件事不歸生態環境訴求受理。您可以撥打12345市民服務熱線；遇到危險請撥打110、119、120。',
  'out-of-scope.wages':
    '抱歉，欠薪、勞動糾紛不歸這裡受理。請撥打12345，或到區人力社保局勞動監察反映。',
  'out-of-scope.water-power-heat':
    '抱歉，停水、停電、供暖不歸這裡受理。請撥打12345；供水、供電、供熱單位的搶修電話也可以直接打。',
  'out-of-scope.property': '抱歉，物業、房屋方面的問題不歸這裡受理。請撥打12345，會轉給住建部門。',
  'out-of-scope.parking-traffic':
    '抱歉，停車、交通、公交的問題不歸這裡受理。請撥打12345；交通違法可撥打122。',
  'out-of-scope.schooling': '抱歉，入學、教育的問題不歸這裡受理。請撥打12345，會轉給教育部門。',
  'out-of-scope.illegal-building': '抱歉，違法建設不歸這裡受理。請撥打12345，會轉給城管和鎮街。',
  'out-of-scope.consumer': '抱歉，消費糾紛不歸這裡受理。請撥打12315或12345。',
  'out-of-scope.road-repair':
    '抱歉，路面、路燈的維修不歸這裡受理。請撥打12345，會轉給道路管理單位。',
  'out-of-scope.police': '抱歉，這屬於公安機關受理的事。情況緊急請撥打110。',
  outside: '您說的地方在{name}，不歸密雲區辦理。請撥打12345，會轉給當地。',
  inquiry: '{answer}（依據：{clause}）',
  'inquiry.handles':
    '{category}由{handler}承辦，{supporting}協辦。要反映具體情況，請告訴我在哪裡、什麼情況。',
  'inquiry.local': '所在的鎮、街道',
  'inquiry.none':
    '這個問題方案裡沒有現成的答案，請撥打12345諮詢；如果是要反映汙染問題，直接告訴我在哪裡、什麼情況。',

  'answer.who':
    '我是密雲區生態環境訴求的自動受理助手，不是真人；您說的每一件事都有派單員和承辦單位的人在辦。想找人說，回覆“轉人工”。',
  'answer.anonymous':
    '可以匿名。您的姓名、電話單獨加密保管，不寫進工單；說一聲“保密”，承辦單位就看不到是誰反映的，店家和被反映的人也看不到。',
  'answer.no-typing': '不用打字也行：請撥打12345，坐席替您登記，和在這裡說的一樣辦。',
  'answer.photos': '可以，照片、影片、錄音和定位直接發到這裡就行，會放進您的訴求裡。',
  'answer.phone':
    '承辦單位的值班電話請打12345轉接；環境問題也可以打12345（原12369已併入）。留個手機號，承辦人會打給您。',
  'answer.withdrawn': '撤銷後這一件不再辦理，也不會有什麼影響；以後問題還在，隨時可以重新反映。',
  'answer.words':
    '“簽收”是承辦單位接下了；“吹哨”是鎮街請幾個部門一起到場；“延期”是經批准推後辦結時間；“剔除”是不計入考評；“辦結”後回訪您，“歸檔”就是這一件結束了，30天內復發可以重新辦。',
  'answer.word.whistle': '“吹哨”是鎮街叫幾個部門一起到現場，當面商量怎麼辦，被叫到的部門要按時到。',
  'answer.word.extension':
    '“延期”是確實來不及的，承辦單位說明理由，經批准往後推辦結時間，會告訴您推到哪天。',
  'answer.word.exclusion':
    '“剔除”是按規定不計入承辦單位考評的，比如不歸它管、沒法辦的；您的事照樣辦，您也可以提意見。',
  'answer.word.closed': '“歸檔”就是這一件結束了；30天內問題又出現，說一聲就重新辦。',
  'answer.word.second-handling':
    '“二次辦理”是回訪時您說沒解決或者不滿意，單位再辦一遍，辦完再問您。',
  'answer.word.supervision': '“督辦”是區裡盯著這一件，承辦單位要在期限內說明怎麼辦的。',
  'answer.word.accept': '“簽收”是承辦單位接下了這一件，從這時起由它負責。',
  'answer.word.dispatch': '“派單”是把您的訴求交給負責的單位，之後它要簽收、聯繫您、辦理。',
  'answer.word.suspension': '“掛賬”是一時辦不了、要等條件的，寫明原因和什麼時候再辦。',
  'answer.word.code':
    '“查詢碼”是八位字母和數字，換了手機，憑編號和它在查詢頁面就能看進度、補充、評價。',
  'answer.word.lead': '“主辦”是牽頭負責這一件的單位，答覆由它給您。',
  'answer.word.supporting': '“協辦”是配合主辦一起辦的單位。',
  'answer.word.resolved':
    '“辦結”是單位辦完並寫了答覆，之後會回訪您：聯繫了沒有、解決了沒有、滿意不滿意。',
  'answer.word.swift-response':
    '“接訴即辦”就是有訴求馬上派、馬上辦，辦得好不好由您說了算：響應、解決、滿意三個率計入考評。',
  'answer.word.conference': '“會商”是幾個單位都說不歸自己管時，派單員召集它們商量定由誰辦。',
  'answer.word.callback':
    '“回訪”是辦結後問您三件事：聯繫了沒有、解決了沒有、滿意不滿意；您的回答算數。',
  'answer.basis':
    '要看是什麼事：告訴我什麼問題、在哪裡，核對時會寫明依據行動計劃的哪一條、原文怎麼說。',
  'answer.basis.here': '這件依據{clause}：“{sentence}”，由{unit}負責。',
  'answer.who-handles.desk': '這件派單員正在核定歸哪個單位，{due} 前派出，派了馬上告訴您。',
  'answer.why-slow.here':
    '抱歉讓您久等了。這件由{unit}負責，最晚{due}前辦結，超過的系統會自動提醒承辦人、負責人和督辦人；說一聲“催辦”，我馬上替您催。',
  'answer.rating':
    '回訪的答案如實計入承辦單位的考評：沒解決或不滿意的會轉入二次辦理，重新處理，對您沒有任何影響。',
  'answer.why-place':
    '由哪個鎮街、哪個單位辦，要看地方在哪，所以得知道位置；不清楚門牌，說個村、小區或者路口就行。',
  'answer.why-several':
    '幾個問題歸不同的單位、按不同的規定辦，所以分成幾件，各辦各的，誰也耽誤不了誰。',
  'answer.why-unit':
    '按行動計劃的分工和屬地原則定的承辦單位，依據就寫在核對內容和工單裡；單位認為不該它辦的，會退回由派單員改派，不用您跑。',
  'answer.why-unit.here':
    '這件由{unit}負責，是按行動計劃的分工和屬地原則定的；它認為不該它辦的，會退回由派單員改派，不用您跑。',
  'answer.fine':
    '罰不罰、罰多少，由有執法權的部門（城管、生態環境等）查實後依法決定，結果會寫進答覆；屢教不改的，鎮街可以「吹哨」請幾個部門一起來處理。',
  'answer.overdue':
    '過了時限，系統會自動提醒承辦人、單位負責人和督辦人，逾期計入考評；您說一聲「催辦」我馬上催，也可以打12345。',
  'answer.why-slow':
    '抱歉讓您久等了。每一步都有時限，超過的系統會自動提醒承辦人、負責人和督辦人；說一聲“催辦”，我馬上替您催。',
  'answer.how-long':
    '一般的7天內辦結，緊急的2小時、加急的24小時內處理；簽收、聯絡、辦結都會在這裡告訴您。',
  'answer.how-long.here': '這件最晚{due}前辦結；簽收、聯絡、辦結都會在這裡告訴您。',
  'answer.who-handles':
    '告訴我是什麼事、在哪裡，我就能說出歸哪個單位負責；不歸這裡管的，也會告訴您該找誰。',
  'answer.who-handles.here': '這件由{unit}負責辦理。',
  'answer.next':
    '接下來派給承辦單位，簽收後會聯絡您、到現場處理，辦結後在這裡回訪您滿意不滿意；每一步都會在這裡告訴您。',
  'answer.reward': '我這裡查不到舉報獎勵的規定；有沒有獎勵、怎麼領，請打12345問。',
  'answer.cost': '不收費，一分錢都不要。',
  'answer.noise-hours':
    '夜間一般指22點到次日6點，城鎮噪聲敏感建築物附近夜間施工除搶險等外不允許，確需連續施工的要有證明並公告。',
  'answer.decibels':
    '居民住宅區一般白天55分貝、夜間45分貝（聲環境1類區）；工地場界白天70、夜間55分貝。需要檢測的，反映後由承辦單位到現場測。',
  'answer.hours':
    '我這裡全天都能反映；派單員和承辦單位夜裡和節假日有人值班，急事照常派，也可以打12345。',
  'answer.what':
    '這裡是密雲區生態環境訴求受理平臺：油煙、噪聲、揚塵、異味、汙水、垃圾、焚燒這些環境問題，直接說在哪裡、什麼情況，我來派給負責的單位，辦到底。',
  'answer.no-phone':
    '不留也行，憑工單編號和查詢碼就能查進度；留了，承辦人聯絡您方便些，號碼只有需要聯絡您的人看得到。',
  'answer.at-home': '不用專門等。承辦人一般先打電話約時間，去現場查看不需要您在場，也不用您出面。',
  'answer.look-up':
    '回覆「進度」就能查；換了手機，打開「查詢工單」頁面，用編號和查詢碼查，編號忘了可以打12345。',
  'answer.add-later': '可以。提交以後直接在這裡說，會補充、更正到工單裡，照片也可以隨時傳。',
  'answer.recur': '辦結後30天內再出現，直接說「又來了」，會二次辦理；過了30天，重新反映就行。',
  'answer.allowed':
    '是否違法要由承辦單位現場查實後按規定認定；有依據的，工單裡會寫明是行動計畫的哪一條。把地點和情況告訴我就能辦。',
  'answer.other-number':
    '停水停電、供暖、物業、欠薪這些請打12345；治安報警打110，火災119，急救120。',
  'answer.unknown': '這個我答不上來，怕說錯。請打12345問，或者回復“轉人工”。',
  praise: '謝謝您的鼓勵，聽到這話很高興！',
  'praise.passed': '謝謝您的鼓勵，會轉達給辦理的同志。',
  suggest: '謝謝您的建議，說得有道理。要正式提給區裡，可以撥打12345登記。',
  'suggest.passed': '謝謝您的建議，已記在工單 {number} 裡，辦理的人能看到。',
  'keep.none': '好的，沒有撤，照常辦理。',
  'rate-again':
    '評價交上以後不能再改。要是問題沒解決或者又出現了，直接說一聲，30天內可以重新辦理。',
  unclear: '沒聽準您的意思，怕弄反了，請點一下：',
  insulted: '抱歉讓您生氣了，我理解您著急。把問題說給我，我盡力幫您辦。',
  heard: '好的，不著急。',
  'secrecy.after':
    '放心，您的姓名和電話沒有寫進工單，店家和被反映的人看不到；要求保密的話也不轉給承辦單位。',

  cancelled: '好的，沒有提交。說的話替您留著，改主意了回覆“接著辦”就行。',
  'stale-button': '這個按鈕對應的問題已經過了。',
  current: '您的訴求還沒有提交，接著說就行。',
  nothing: '現在沒有等您回答的問題。有事直接說：出了什麼問題、在哪裡；回覆“進度”查辦理情況。',
  resumed: '剛才您說到：{text}',
  shelved: '上次說的“{text}”還沒有提交，替您留著；想接著辦，回覆“接著辦”。',

  'status.line': '{number}（{category}）：{status}。\n{handler}{step}{due}',
  'status.step': '，{step}',
  'status.handler': '承辦單位 {unit}',
  'status.desk': '在派單臺等待派單',
  'status.due': '，{due} 前辦結',
  'status.unknown':
    '沒有在您的記錄裡找到 {number}。請核對編號；換了手機可以開啟“查詢工單”頁面，用編號和查詢碼查。',
  supplemented: '已補充到工單 {number}，承辦單位能看到。{place}',
  'place.changed': '\n地點：{before} → {after}',
  'place.pinned': '\n定位已加上，地點：{place}',
  urged: '已催辦 {number}，承辦單位會看到。{status}',
  'offer.same':
    '附近已有人反映過：{category}，{place}，現在{status}（編號 {number}）。如果說的是同一件，請選「與上面同一件」，會合併辦理，進度照樣告訴您。',
  'ask.repeat':
    '您說的像是工單 {number}（{category}，{place}）的同一件事，現在{status}。要催辦這一件，還是另一件事？',
  'urged.again': '今天已經催辦過 {number}，這次說的也加進去了，承辦單位能看到。',
  withdrawn: '工單 {number} 已撤銷。以後還有問題隨時告訴我。',
  kept: '好的，工單繼續辦理。',
  handoff: '已轉人工，派單員會看到您說的全部內容。工單編號：{number}。{code}',
  'handoff.open': '已告訴派單員您要人工聯絡，工單 {number} 裡能看到。',
  'handoff.none':
    '可以轉人工。請先說一句：出了什麼問題、在哪裡，方便的話留個手機號；也可以撥打12345。',

  'callback.contacted': '工單 {number}（{category}）的回訪，只有三個問題：\n① 承辦單位聯絡過您嗎？',
  'callback.solved': '② 問題解決了嗎？',
  'callback.satisfied': '③ 您對辦理結果滿意嗎？',
  'callback.reminder': '還沒等到您的回訪答覆，點一下就行。',
  'callback.repeat': '請點選一個答案，或者直接說，比如“還是那麼臭”“沒人聯絡我”。',
  'callback.closed': '謝謝您的評價，工單 {number} 已歸檔。30天內問題復發可以隨時告訴我。',
  'callback.reopened': '對不起，問題沒有辦好。工單 {number} 已轉入二次辦理，承辦單位會重新聯絡您。',
  'callback.final': '謝謝您的評價，已如實記錄。工單 {number} 已辦理多次，轉由督辦人跟進。',

  'told.final': '工單 {number}（{category}）已由督辦人督辦，{unit} 已向區裡書面答覆，現歸檔。',
  'told.dispatched': '工單 {number}（{category}）已派給 {unit}，{due} 前辦結。',
  'told.rated':
    '工單 {number}：坐席在電話裡記下您的評價是「{solved}、{satisfied}」。如果不是您的意思，請改正，以您自己說的為準。',
  'told.false-callback': '工單 {number} 上次登記的電話回訪不屬實，已經作廢，現在重新問您。',
  'verdict.kept': '好，以您電話裡說的為準。',
  'told.redispatched-last':
    '工單 {number}（{category}）改由 {unit} 辦理。以後再換單位不再逐次通知，辦結時限不變：{due} 前。',
  'told.redispatched': '工單 {number}（{category}）改由 {unit} 辦理，辦結時限不變：{due} 前。',
  'told.accepted': '{unit} 已簽收工單 {number}，會盡快聯絡您。',
  'told.contacted': '{unit} 已登記聯絡您（工單 {number}）。',
  'told.extended': '工單 {number} 延期到 {due}，原因：{reason}。',
  'told.asked': '{unit} 想請您補充（工單 {number}）：{question}',
  'told.resolved': '工單 {number}（{category}）已辦結。{unit} 答覆：\n{reply}',
  'told.referred': '工單 {number} 不屬於生態環境訴求，已轉給 {to}。',
  'told.merged': '工單 {number} 與 {into} 是同一件事，合併辦理，進度以 {into} 為準。',
  'told.unmerged': '工單 {number} 不再與 {into} 合併，正由派單員重新派單，進度會告訴您。',
  'opened.held':
    '您的訴求已記下，編號 {number}。近期您反映較多，{until} 前先由派單員人工查看再派單，{due} 前處理，不會遺失；遇到險情請直說，照常馬上處理。{code}',
  'held.added': '已記到工單 {number}，派單員會一起看。{until} 前新的訴求先由人工查看，不會遺失。',
  'flood.folded':
    '您近期反映的 {count} 件像是同一類事，已併到工單 {number} 一起辦理，進度以它為準，您說過的話都保留。說明：{reason}。如果不是同一件事，請回覆說明，我們會分開辦。',
  'flood.blocked':
    '您近期反映較多。為了不漏掉要緊的事，{until} 前您的新訴求先由派單員人工查看再派單，不會遺失；遇到險情請直說，照常馬上處理。說明：{reason}。有不同意見請回覆“轉人工”。',
  'flood.lifted': '您的新訴求恢復直接派單。說明：{reason}。',
  'told.reopened': '工單 {number} 進入二次辦理，{unit} 會重新處理，{due} 前辦結。',
  'told.exclusion':
    '工單 {number}（{category}）被提請不計入考評，情形：{ground}。您可以說明情況，由另一位督辦人看過再決定。',
  'told.excluded':
    '工單 {number}（{category}）已定為不計入考評。不同意的可以申訴一次，由沒有辦過的督辦人重新決定。',
  'told.excluded-final': '工單 {number}（{category}）申訴後仍定為不計入考評。',
  'told.included': '工單 {number}（{category}）照常計入考評。',
  'ask.exclusion': '請說明您知道的情況，下一條訊息會記入工單 {number}，電話等個人資料自動遮蓋。',
  'exclusion.heard': '已記入工單 {number}，決定的人會看到。',
  'ground.unlawful-demand': '訴求不合法或不合理',
  'ground.outside-powers': '超出本區權限',
  'ground.malicious-or-repeated': '惡意或終局答覆後重複',
  'ground.untrue': '情況不屬實',
  'ground.force-majeure': '不可抗力',
  'ground.system-outage': '系統故障',
  'told.phone':
    '我們沒等到您的回訪答覆。留過電話的，工作人員會再打電話問您；也可以隨時在這裡回覆。',

  'step.opened': '已受理',
  'step.queued': '等待派單',
  'step.dispatched': '{time} 派單',
  'step.accepted': '{time} 簽收',
  'step.contacted': '{time} 聯絡過您',
  'step.noted': '{time} 有新的辦理記錄',
  'step.returned': '{time} 退回派單臺重新派單',
  'step.whistled': '{time} 吹哨請相關部門到場',
  'step.asked': '{time} 請您補充情況',
  'step.extended': '{time} 批准延期',
  'step.resolved': '{time} 辦結',
  'step.reopened': '{time} 轉入二次辦理',
  'step.closed': '{time} 歸檔',

  'state.pending': '等待派單',
  'state.dispatched': '已派單，等待簽收',
  'state.accepted': '已簽收',
  'state.in-progress': '辦理中',
  'state.awaiting-citizen': '等您補充情況',
  'state.suspended': '已列入計劃辦理',
  'state.conference': '會商中',
  'state.resolved': '已辦結，等您評價',
  'state.reopened': '二次辦理中',
  'state.closed': '已歸檔',
  'state.withdrawn': '已撤銷',
  'state.merged': '已並單辦理',
  'state.referred': '已轉介',

  'annex.climate': '應對氣候變化',
  'annex.air': '大氣',
  'annex.water': '水',
  'annex.soil': '土壤',
  'annex.ecology': '生態',
  clause: '{annex} {task}',
  'place.told': '{place}（原話：{told}）',
  'place.unknown': '待核實',

  'text-cut':
    '您這段話太長，先讀了前{read}個字；後面{left}個字已經儲存，但還沒有看。要緊的事如果在後面，請分幾條傳給我。',
  'too-fast':
    '您傳得太快，我都收下了，一條也沒有丟。請稍等一會兒，我一起看完再答覆您；有危險請馬上撥打119或120。',
  'in-group':
    '這裡人多，我不在群組裡受理，免得別人看到您的情況。請加我為好友，一對一告訴我：出了什麼問題、在哪裡。（單位工作群組：在工作台「群和接口」裡填群號 {group}，就能在這裡收工作通知。）',
  'choice.location': '傳送位置',
  'card.summary': '請核對',
  'card.receipt': '已受理',
  'card.callback': '辦結回訪',
  'card.number': '編號',
  'card.category': '類別',
  'card.place': '地點',
  'card.when': '時間',
  'card.handler': '單位',
  'card.clause': '依據',
  'card.clause-of': '{clause}：{sentence}',
  'card.due': '時限',
  'card.due-by': '{due} 前辦結',
  'card.step': '進展',
  'card.follow': '簽收、聯繫、辦結都會在這裡告訴您。',
  'card.hint': '沒問題請按「確認」，不對請直接說。',

  'refused.too-often': '今天已經催辦過了，承辦單位看得到，明天可以再催。',
  'refused.wrong-status': '工單現在的狀態不能這樣操作。回覆“進度”看看辦到哪一步了。',
  'refused.too-late': '已經超過可以操作的時間。需要的話請重新反映，我馬上受理。',
  'refused.limit-reached': '這個工單已經辦理多次，轉由督辦人跟進。新的情況請直接告訴我。',
  'refused.already-done': '您已經評價過了，謝謝。',
  'refused.other': '這一步沒有辦成，您說的話已經儲存。請換個說法再試，或撥打12345。',
} as const satisfies Record<ReplyKey, string>
