import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Mail = { readonly to: readonly string[]; readonly raw: string }

/** A real SMTP server on this machine; the next mails are refused with these codes. Ends with the test. */
export async function openMailServer() {
  const received: Mail[] = []
  const refusals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) => {
      done(auth.password === 'right' ? null : new Error('wrong'), { user: auth.username })
    },
    onRcptTo: (_address, _session, done) => {
      const code = refusals.shift()
      done(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return {
    received,
    /** The words of a mail, decoded. */
    textOf: ({ raw }: Mail): string => {
      const at = raw.indexOf('\r\n\r\n')
      const body = raw.slice(at + 4)
      return /base64/i.test(raw.slice(0, at))
        ? Buffer.from(body, 'base64').toString('utf8')
        : Buffer.from(
            body
              .replaceAll('=\r\n', '')
              .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString('utf8')
    },
    refuse: (...codes: number[]) => refusals.push(...codes),
    url: (login = '') => `smtp://${login}127.0.0.1:${String(port)}`,
  }
}
