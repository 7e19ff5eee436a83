/** What a problem is called, by its HTTP status. */
export const problemTitles = {
  400: '请求格式有误',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  409: '现在不能这样做',
  413: '内容太大',
  422: '内容没有填好',
  429: '操作太频繁，请稍后再试',
  500: '系统出错，请稍后再试',
  503: '系统暂时不可用，请稍后再试',
} as const

/** While newer code writes the same database. */
export const newerData =
  '有的数据是更新版本的“回应”写的，这一版读不了，内容没有丢失。请管理员换上新版本。'
