/** The citizen asks that nobody learn who wrote, or reports an employer. Regular expressions over normalised text. */
export const secrecy = [
  '(请|要求|希望|能不能|麻烦)?(给我|替我|为我)?保密',
  '(匿名|不要(泄露|透露|说出|告诉).{0,8}(我|身份|信息|电话|名字|姓名))',
  '别(说|告诉|透露).{0,8}(我|是谁)',
  '(别|不要|不想|不能)让.{0,8}(知道|晓得).{0,4}(是我|是谁|我是)',
  '不(想|愿|愿意|方便)留.{0,3}(名字|姓名|名)',
  '会不会.{0,4}(泄露|透露|暴露|报复)',
  '(怕|担心|害怕).{0,4}(报复|打击报复)',
  '我(是|在)(这个|该|这家|他们)?(厂|公司|单位|店|工地)(里)?(的)?(员工|工人|职工|上班|干活)',
  '我们(厂|公司|单位|老板).{0,12}(偷排|偷偷|乱排|排放|倾倒|埋)',
  '(anonymous|keep my name|do not reveal|confidential)',
] as const
