/** Which of several problems is dropped, and which stays. Regular expressions over one clause of normalised text. */
export const dropWords = {
  keep: '只(要|留|报|剩|反映|投诉|说)|光(报|留|说|要)|就(报|留|要|剩|反映)|留下|留着|保留|照报|报上去就|那(条|个)就行|only|keep|just',
  drop: '去掉|删|划掉|拿掉|撤掉|取消|除掉|不要|不用|不报|别报|先不|不算|算了|不说|没说|没提|修好|改好|关门|不响了|不冒了|不吵了|解决了|弄错|drop|remove|delete|not the',
  /** A clause that ends so drops what it names, whatever else it may be taken for. */
  sure: '(不用|不用了|不用管|不用管了|不用报|不用报了|不用说了|不要了|别报|别报了|先别报|先不报|不报|不报了|去掉|删了|删掉|划掉|拿掉|撤掉|算了|就算了)[吧啊呀了嘛]?$',
  /** What was put aside is told after all. */
  resume:
    '(还是|那就|接着|继续|重新)(给我)?(投诉?|报|办|提交|反映|交|弄|登记)[上了吧下]?|(别|不|先别)取消|(别|不)撤[了吧]?|(恢复|找回)|(刚才|上次|之前)(说的)?那(个|件|条)?(事|单|诉求)?(还是|接着|继续)|^接着说|go on with|submit it after all|resume',
  ordinals: ['第一|头一|前面|上面|first|1', '第二|后面|后一|下面|last|second|2', '第三|third|3'],
} as const
