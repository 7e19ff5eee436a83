/** Which of several problems is dropped, and which stays. Regular expressions over one clause of normalised text. */
export const dropWords = {
  keep: '只(要|留|报|剩|反映|投诉|说)|光(报|留|说|要)|就(报|留|要|剩|反映)|留下|留着|保留|照报|报上去就|那(条|个)就行|only|keep|just',
  drop: '去掉|删|划掉|拿掉|撤掉|取消|除掉|不要|不用|不报|别报|先不|不算|算了|不说|没说|没提|修好|改好|关门|不响了|不冒了|不吵了|解决了|弄错|drop|remove|delete|not the',
  ordinals: ['第一|头一|前面|上面|first|1', '第二|后面|后一|下面|last|second|2', '第三|third|3'],
} as const
