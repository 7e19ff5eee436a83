/** Answers to the three call-back questions in people's own words. Regular expressions over normalised text; in order, first match wins. */
export const ratings = {
  contacted: [
    {
      value: false,
      re: '(没|没有|从没|一直没|压根没|无)(有)?(人)?(来)?(联系|打电话|打过电话|打过|来过|找过|问过)|没人(联系|理|来|打电话|找)|(不曾|未)(联系|来人)|谁也没(联系|来)|(nobody|no one)( has)? (call|contact|came|come)|not contacted',
    },
    {
      value: true,
      re: '(联系|打电话|打过电话|打了电话|来过|找过|上门)(过|了)?(我)?|有人(来|联系|打)|来人了|(they|somebody|someone) (called|came|contacted)',
    },
  ],
  solved: [
    {
      value: 'partly',
      re: '(没|没有|未)(全|完全|都|彻底)(部)?(解决|好|清|停)|(解决|清理|处理|好)了?(一半|一点|一些|一部分|部分)|partly|half solved',
    },
    {
      value: 'unsolved',
      re: '(没|没有|未|根本没|压根没|还没|并没)(有)?(人)?(解决|处理|清理|清走|管|弄|改|变化|动静|好转)|不解决|还(是|在|那么|这么)?(是|在)?(那么|这么|很|一样|照样|老样子|继续|天天)?(臭|吵|响|冒|烧|呛|扰|脏|乱|施工|放)|还(是|在)(老样子|排|干|有|倒|一样)|还有(味|烟|声|臭|噪|人)|(照样|依旧|依然|仍然|还是|一样)(老样子|一样|没变|吵|臭|冒|响|排)|老样子|一点(都|也)?没(变|改|好)|不管用|没用|没效果|又(开始|来|烧|冒|臭|吵|排|倒)|(not|never) (solved|fixed)|still (there|smok|stink|noisy|loud|smell|burn|the same)|no change',
    },
    {
      value: 'partly',
      re: '部分|解决了一点|好了?一点|好(些|多)了?|好转|有(所)?改善|轻了|小了(点|些)|比以前好|少了|better',
    },
    {
      value: 'solved',
      re: '(已经|都|彻底|完全|全部)?(解决|处理好|处理完|弄好|搞定|清理|清走|停了|停工了|拆了|搬走|不吵了|不臭了|不冒了|不烧了|不响了|没味了|没烟了|没声了|安静了|好了|干净了)|(solved|fixed|it stopped|quiet now|clean now)',
    },
  ],
  satisfied: [
    {
      value: 'unsatisfied',
      re: '不.{0,4}满意|没(有)?满意|谈不上满意|差评|太差|很差|失望|敷衍|糊弄|应付|不行|不好|(not|un|dis)( ?)satisfied|bad|poor',
    },
    {
      value: 'basically',
      re: '(基本|还算|比较|大体)满意|还行|还可以|一般|凑合|马马虎虎|(basically|mostly|fairly) satisfied',
    },
    {
      value: 'satisfied',
      re: '满意|很好|非常好|点赞|挺好|不错|感谢|效率高|给力|satisfied|great|good',
    },
  ],
} as const
