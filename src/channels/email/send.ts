import { createTransport } from 'nodemailer'
import type { SendResult } from '#app/messages.ts'
import { noticeTexts } from '#app/notices/notice-texts.ts'
import type { StaffSender } from '#app/notices/notices-port.ts'
import { fill } from '#app/tools/fill.ts'

/** A silent mail server must hold up neither the outbox nor a stopping server. */
const patienceMs = 10_000

export type MailSettings = {
  /** smtp://user:password@host:587 or smtps://…:465, with nodemailer's options as a query. */
  readonly smtpUrl: string
  readonly from: string
  /** Where the reader changes what they get. */
  readonly choicesUrl: string
  readonly patienceMs?: number
}

/**
 * Sends mail by SMTP. The Message-ID is made from the batch, the same for every try: after a lost answer a
 * mailbox that knows it keeps one copy. Node only: it needs a socket.
 */
export function emailSender(settings: MailSettings): StaffSender {
  const patience = settings.patienceMs ?? patienceMs
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([\w.-]+)/.exec(settings.from)?.[1] ?? 'localhost'
  return async ({ batch, subject, lines, purpose }, to) => {
    if (to.way !== 'email') throw new Error(`a mailbox is no ${to.way}`)
    const footer = fill(noticeTexts.footer, { url: settings.choicesUrl })
    const text = [...lines, ...(purpose === 'notices' ? [footer] : [])].join('\n\n')
    try {
      await transport.sendMail({
        from: settings.from,
        to: to.email,
        subject,
        text,
        messageId: `<${batch}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { ok: true }
    } catch (error) {
      return failure(error)
    }
  }
}

/** A refusal by number is final from 500 on; a wrong password can be put right. */
function failure(error: unknown): SendResult {
  const { code, responseCode } = { code: null, responseCode: null, ...(error as object) }
  if (code === 'EAUTH') return failed('auth', true)
  if (typeof responseCode === 'number') return failed(String(responseCode), responseCode < 500)
  return failed('unreachable', true)
}

function failed(reason: string, retryable: boolean): SendResult {
  return { ok: false, retryable, reason: `smtp-${reason}`, retryAt: null }
}
