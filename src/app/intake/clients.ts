/** What a program may do: file reports by Open311, or send alarms. */
export const doors = ['open311', 'alarm'] as const
export type Door = (typeof doors)[number]

type Client = { readonly name: string; readonly door: Door }

/** Names of clients: they stand before the numbers of their reports. */
export const clientName = /^[a-z0-9][a-z0-9-]{1,39}$/

/** Programs that write with a key of their own. */
export type Clients = {
  /** false when the name is taken. `at`: UTC milliseconds. */
  readonly add: (client: Client & { readonly key: string; readonly at: number }) => Promise<boolean>
  /** Its key stops at once; false when unknown. */
  readonly remove: (name: string) => Promise<boolean>
  readonly byKey: (key: string) => Promise<Client | null>
  readonly list: () => Promise<readonly (Client & { readonly createdAt: number })[]>
}
