/** What is used of saxen, which brings no types. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      heard: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
    ): this
    on(event: 'closeTag', heard: (name: string) => void): this
    on(event: 'error', heard: (error: Error) => void): this
    parse(xml: string): void
  }
}
