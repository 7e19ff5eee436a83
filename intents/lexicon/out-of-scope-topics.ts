/** Topics with their own kind reply (intents/replies, key `elsewhere.<topic>`). Regular expressions, first match wins. */
export const outOfScopeTopics = [
  { topic: 'wages', re: '(工资|欠薪|拖欠|劳动合同|社保|加班费|辞退|wages|salary)' },
  {
    topic: 'water-power-heat',
    re: '(停水|停电|停气|断水|断电|没水|没电|没暖气|暖气不热|供暖|供热|不热|水压)',
  },
  { topic: 'property', re: '(物业费|物业|业委会|电梯|房产证|房屋质量|开发商|交房|漏水|停车费)' },
  { topic: 'parking-traffic', re: '(停车|违停|乱停|堵车|拥堵|红绿灯|信号灯|公交|地铁|限行|占道)' },
  { topic: 'schooling', re: '(上学|入学|学区|学位|幼儿园招生|补课|老师|学校招生)' },
  { topic: 'illegal-building', re: '(违建|违章建筑|违法建设|私搭乱建|加盖)' },
  { topic: 'consumer', re: '(退款|退货|假货|消费|欺诈|预付卡|健身卡|押金|价格|12315)' },
  { topic: 'road-repair', re: '(路灯|路面|坑洼|修路|道路破损|井盖|路面塌)' },
  { topic: 'police', re: '(打架|诈骗|盗窃|被偷|赌博|打人|骚扰)' },
] as const
