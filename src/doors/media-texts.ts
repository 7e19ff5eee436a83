import { maxFiles, megabyte } from '#domain/media.ts'
import type { MediaFault, MediaLimits } from '#domain/media.ts'
import { fill } from './labels.ts'

/** What a browser offers to choose; what a file is, its content says later. */
export const acceptedTypes = 'image/*,video/*,audio/*'

/** Sentences on what may be sent, with the limits in force. */
export function limitTexts(limits: MediaLimits): {
  readonly label: string
  readonly refused: (name: MediaFault | 'flood') => string
} {
  const slots = {
    n: maxFiles,
    image: limits.image / megabyte,
    video: limits.video / megabyte,
    audio: limits.audio / megabyte,
  }
  return {
    label: fill(mediaTexts.label, slots),
    refused: (name) => fill(mediaTexts.refused[name], slots),
  }
}

/** Attachments: sending them in the chat, seeing them at the desk. */
export const mediaTexts = {
  label:
    '照片、视频、录音（一次最多 {n} 个；照片每张不超过 {image} MB，视频 {video} MB，录音 {audio} MB）',
  send: '发送附件',
  album: '发照片、视频、录音',
  camera: '拍照',
  pending: '附件 {n} 个',
  uploading: '正在上传 {percent}%',
  yours: {
    image: '您发的照片 {n}',
    video: '您发的视频 {n}',
    audio: '您发的录音 {n}',
    file: '您发的文件 {n}',
  },
  alt: {
    image: '市民发来的照片 {n}，{time}',
    video: '市民发来的视频 {n}，{time}',
    audio: '市民发来的录音 {n}，{time}',
  },
  notYet: '{name}（正在从渠道取回，稍后刷新）',
  lost: '{name}（没能取回，可请市民再发一次）',
  erased: '{name}（已按规定清除）',
  refusedAtDoor: '{name}（类型、大小或内容不合要求，没有保存，请看原渠道或请市民另发）',
  download: '{name}（浏览器不能直接播放，下载后打开）',
  notKept: '{name}（不保存内容，请看原渠道）',
  ofTicket: '附件 {n} 件',
  optionalLabel: '附件（可不选）',
  location: '照片所带位置',
  takenAt: '附件 {n}：{place}一带（北纬 {lat}，东经 {lon}）',
  or: '或',
  locationHint: '拍摄地点，由照片自己记录，不一定就是问题所在；保存的照片里已经去掉',
  refused: {
    'no-file': '请先选择照片、视频或录音。',
    'too-many': '一次最多发 {n} 个，请分几次发。',
    'too-large':
      '文件太大了：照片每张不超过 {image} MB，视频不超过 {video} MB，录音不超过 {audio} MB。可以先在手机上压缩、剪短，或换一个。',
    'wrong-type':
      '这种文件收不了。请发照片（JPEG、PNG、WebP、GIF、HEIC）、视频（MP4、MOV、WebM）或录音（M4A、MP3、AMR、OGG、WAV）。',
    broken: '这个文件打不开，可能没有传完整。请重新选择原来的照片或视频再发一次。',
    'too-many-pixels': '这张照片的尺寸太大了。请在手机上缩小，或者截一张图再发。',
    flood: '附件发得有点多，请过十分钟再发。',
  },
} as const
