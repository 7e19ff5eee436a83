import { ticketNumber } from '#domain/ticket/number.ts'
import type { Readers } from '#app/ports.ts'
import { dayOf } from './time.ts'

/** Ticket numbers for one change: `next` gives one after the other. */
export type Numbers = { readonly next: () => string }

/**
 * Gives a piece of work the numbers it may need. What it did not store in the end is given to others again, so that
 * no number is left out.
 */
export type GiveNumbers = <T>(now: number, work: (numbers: Numbers) => Promise<T>) => Promise<T>

/** Where nothing is opened. */
export const noNumbers: Numbers = {
  next: () => {
    throw new Error('nothing is opened here')
  },
}

type Day = { last: number; readonly free: number[] }
/** Around midnight two are at work. */
const daysKept = 2

/**
 * One place that gives out the numbers of a process: however many confirm at once, no two think with the same one,
 * so that none has to think again for it. Another process may still be first; then the commit says so.
 */
export function makeNumbers({
  lastSerial,
  idByNumber,
}: Pick<Readers, 'lastSerial' | 'idByNumber'>): GiveNumbers {
  const days = new Map<string, Day>()
  const dayFor = (day: string): Day => {
    const known = days.get(day) ?? { last: 0, free: [] }
    days.delete(day)
    days.set(day, known)
    for (const old of [...days.keys()].slice(0, -daysKept)) days.delete(old)
    return known
  }
  return async (now, work) => {
    const day = dayOf(now)
    const stored = await lastSerial(day)
    const state = dayFor(day)
    state.last = Math.max(state.last, stored)
    const taken: number[] = []
    const next = () => {
      const serial = state.free.shift() ?? (state.last += 1)
      taken.push(serial)
      return ticketNumber(day, serial)
    }
    try {
      return await work({ next })
    } finally {
      for (const serial of taken) {
        // With the storage gone the number is left out: better than given twice.
        const id = await idByNumber(ticketNumber(day, serial)).catch(() => 'unknown')
        if (id === null) state.free.push(serial)
      }
      state.free.sort((a, b) => a - b)
    }
  }
}
