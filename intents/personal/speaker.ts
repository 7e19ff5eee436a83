import {
  accused,
  compoundSurnames,
  employers,
  family,
  homeAnnounced,
  nameAnnounced,
  nameHinted,
  neighbourAnnounced,
  neighbourEnds,
  noNames,
  relations,
  surnames,
  titles,
  workEnds,
  workRoles,
} from '../lexicon/personal.ts'
import type { Span } from '../types.ts'

/** What tells who speaks: their name, where in the house they live, whose neighbour they are, where they work. */

const any = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|')
const han = '\\p{Script=Han}'
const end = '(?=[，。、；！？,.;!?：:\\s\\d*＊（(]|$)'
const clause = '[^，。；！？,;!?\\n]'
const link = '(?:是|为|叫)?[:：\\s]{0,2}'
const foreign = `(?:${han}{1,8}[·•・‧]){1,3}${han}{1,8}`
const latin = "[A-Za-z][A-Za-z'’-]{0,20}(?:[ .][A-Za-z][A-Za-z'’-]{0,20}){0,3}"
const spaced = `${han}(?: ${han}){1,3}`
const named = `(?:${any(compoundSurnames)}|[${surnames}])`

/** Each with the group that is starred; `name`: the same name is starred wherever else it stands. */
const patterns: readonly { readonly re: RegExp; readonly name?: true }[] = [
  // Announced: whatever follows, to the end of a short clause, or the first signs of a long one.
  {
    re: new RegExp(
      `(?:${any(nameAnnounced)})${link}(${foreign}|${latin}|${spaced}${end}|(?!${'要求|希望|反映|信息|电话|方式|名称|单位|是谁|叫'})${han}{1,6}${end}|(?!${'要求|希望|反映|信息|电话|方式|名称|单位|是谁|叫'})${named}${han}{1,2})`,
      'gu',
    ),
    name: true,
  },
  {
    re: new RegExp(
      `(?:${any(nameHinted)})${link}(${foreign}|(?!(?:${any(noNames)}))${named}${han}{1,3}${end}|${named} ${han}(?: ${han})?${end})`,
      'gu',
    ),
    name: true,
  },
  { re: new RegExp(`(?:我|本人|免贵|俺)姓[:：\\s]?(${han}(?:${any(titles)})?)`, 'gu') },
  {
    re: new RegExp(`姓${han}{1,2}[，,\\s]?(?:名叫|名|叫)[:：\\s]?(${han}{1,4})${end}`, 'gu'),
    name: true,
  },
  // Whoever takes a call begins so: 孙女士，住…; 赵先生反映….
  {
    re: new RegExp(
      `(?:^|\\n)[^\\S\\n]*(${named}${han}{0,2}?(?:${any(titles)}))(?=[，,：:]?(?:反映|来电|称|住|说|投诉|举报|电话|表示))`,
      'gu',
    ),
    name: true,
  },
  // Whose child or wife they are, by name; and their family's names.
  {
    re: new RegExp(`(?:我|俺|咱|本人)(?:就|也)?是(${clause}{1,20}?的(?:${any(family)}))`, 'gu'),
  },
  {
    re: new RegExp(
      `(?:我|俺|咱)(?:们)?(?:家)?(?:的)?(?:${any(family)})((?!(?:${any(noNames)}))${named}${han}{1,2})(?=[，。、；！？,.\\s]|被|在|说|上|也|就|才|刚|今年|一直|的|给|天天|每天|$)`,
      'gu',
    ),
    name: true,
  },
  {
    re: /\b(?:[Mm]y name is|[Tt]his is|[Cc]all me|I am|I'm)\s+([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})/gu,
    name: true,
  },
  { re: /\bi (?:live|stay|work) (?:at|in|on|next to|for)\s+([^,.;!?\n]{1,80})/giu },
  // At home: from the first figure of the house on.
  {
    re: new RegExp(
      `(?:${any(homeAnnounced)})${clause}{0,16}?([\\d一二三四五六七八九十]+(?:号楼|号院|号|楼|栋|幢|座|单元|室|门|层|户|-)[\\d一二三四五六七八九十号楼栋幢座单元室门层户-]*)`,
      'gu',
    ),
  },
  {
    re: new RegExp(`(?:${any(homeAnnounced)})${clause}{0,16}?(\\d[\\d号楼栋单元室门层户-]*)`, 'gu'),
  },
  // Which house of the village it is: 俺家就在村口第二家.
  {
    re: new RegExp(
      `(?:我|俺|咱)(?:们)?家(?:就)?(?:在|住|是)(${clause}{0,12}?(?:第?[一二三四五六七八九十\\d]+(?:家|户|排|个门)|头一家|最里头|把头|把边)${clause}{0,4})`,
      'gu',
    ),
  },
  // Their own flat, wherever it stands.
  {
    re: /([\d一二三四五六七八九十]{1,3}单元\s?(?:[\d一二三四五六七八九十零〇]{1,4}(?:室|号|户|房)?)?)/gu,
  },
  { re: /(?<![\d-])(\d{1,3}(?:-\d{1,3})?-\d{3,4})(?![\d-]|元|万|米)/gu },
  { re: /(?<!\d)(\d{3,4}(?:室|户))/gu },
  // Whose neighbour they are, and where they work.
  {
    re: new RegExp(
      `(?:${any(neighbourAnnounced)})(${clause}{1,20}?(?:${any(neighbourEnds)})(?:的(?:邻居|住户|居民|人家|商户|业主)?|住)?)${end}`,
      'gu',
    ),
  },
  { re: new RegExp(`(我(?:是|们是)(?=${clause}{1,20}的(?:${any(workRoles)})))`, 'gu') },
  { re: new RegExp(`我(?:是|们是)${clause}{1,20}的(${any(workRoles)})`, 'gu') },
  { re: new RegExp(`(我(?:就|也)?在(?=${clause}{1,16}(?:${any(workEnds)})))`, 'gu') },
  { re: new RegExp(`我(?:就|也)?在${clause}{1,16}?(${any(workEnds)})`, 'gu') },
  { re: new RegExp(`我(?:家)?(?:的)?(?:${any(family)})(?:叫|名叫|在)(${clause}{1,20})`, 'gu') },
  { re: new RegExp(`((?:我|俺|咱|本人)(?:们)?(?:家)?(?:的)?)(?=(?:${any(employers)}))`, 'gu') },
  // What they are to the one they report: 我是他家邻居, 我跟老板一个村, 我在他厂里.
  {
    re: new RegExp(
      `((?:我|俺|咱|咱们|我们|本人)(?:家)?(?:就|也|可|又|还|本来)?(?:是|算|当过|做过)${clause}{0,12}?(?:${any(relations)})${clause}{0,4})`,
      'gu',
    ),
  },
  {
    re: new RegExp(
      `((?:我|俺)(?:家)?(?:的)?(?:${any(family)}|家里人|亲戚)(?:就|也|还)?(?:在|是|给|跟|和|租|住)${clause}{1,20})`,
      'gu',
    ),
  },
  {
    re: new RegExp(
      `((?:我|俺|咱)?(?:家)?(?:跟|和|与|同)(?:${any(accused)})${clause}{0,6}?(?:${any(relations)}|对门|挨着|认识|住)${clause}{0,4})`,
      'gu',
    ),
  },
  {
    re: new RegExp(
      `((?:我|俺|咱)(?:家)?(?:就|也|还|以前)?(?:在|给|替|帮|租|住)(?:${any(accused)}|这|那|该)${clause}{0,14})`,
      'gu',
    ),
  },
  // Asked for in their own voice it says from whom and why: 别让我二叔知道是我.
  {
    re: new RegExp(
      `(${clause}{0,20}(?:(?:给|替|帮|为)(?:我|俺|咱)(?:们)?保密|(?:别|不要|不能|不想).{0,4}(?:让|说|告诉|透露|提).{0,8}(?:是我|是谁|我说|我报))${clause}{0,20})`,
      'gu',
    ),
  },
  // The end of a letter.
  { re: /(?:署名|落款)[:：\s]{0,2}([^\n]{1,20})/gu },
  {
    re: new RegExp(`(?:此致|敬礼)[！!。\\s]{0,6}(${named}${han}{1,3})\\s*(?:\\d|$)`, 'gu'),
    name: true,
  },
  {
    re: new RegExp(`\\n[^\\S\\n]*(${named}${han}{1,2})\\s*(?:\\d{4}年[\\d年月日\\s]*)?$`, 'gu'),
    name: true,
  },
]

const triggers = new RegExp(
  `${any([...nameAnnounced, ...nameHinted, ...homeAnnounced, ...neighbourAnnounced, ...family])}|我|俺|咱|跟|和|与|同|姓|单元|室|户|此致|敬礼|署名|落款|反映|来电|是谁|\\n|\\d-\\d|\\bmy\\b|\\bi\\b|\\bi'm|this is|call me`,
  'iu',
)

/** Spans of what tells who speaks, also where their name stands once more. Linear. */
export function speakerIn(text: string): readonly Span[] {
  if (!triggers.test(text)) return []
  const names = new Set<string>()
  const found = patterns.flatMap(({ re, name }) =>
    [...text.matchAll(re)].map((match): Span => {
      const said = match[1] ?? ''
      const at = match.index + match[0].lastIndexOf(said)
      if (name === true && said.length > 1) names.add(said)
      return [at, at + said.length]
    }),
  )
  return [...found, ...[...names].flatMap((name) => everywhere(text, name))]
}

/** Once a name is known it is starred in every place. */
function everywhere(text: string, name: string): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    found.push([at, at + name.length])
  }
  return found
}

const titled = new RegExp(`(${named}${han}{0,2}?)(?:${any(titles)})`, 'gu')

/** Names before a title, by which the public would know somebody. */
export function titledIn(text: string): readonly Span[] {
  return [...text.matchAll(titled)].map(({ index, 1: name = '' }) => [index, index + name.length])
}
