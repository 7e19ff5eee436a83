const pattern = /^MY(\d{8})-?(\d{5})-?(\d)$/

/**
 * A ticket's number: MY + day + serial + check digit, e.g. MY20261123-00042-3. The check digit is ISO/IEC
 * 7064 MOD 11,10 over the thirteen digits: it finds every single wrong digit and nearly all swapped
 * neighbours. `day` is YYYYMMDD in Asia/Shanghai, `serial` from 1.
 */
export function ticketNumber(day: string, serial: number): string {
  const digits = String(serial).padStart(5, '0')
  return `MY${day}-${digits}-${String(checkDigit(day + digits))}`
}

/** A number as people write it (lower case, no dashes) → its official form; null when it is none. */
export function parseNumber(text: string): string | null {
  const found = pattern.exec(text.trim().toUpperCase())
  if (found === null) return null
  const [, day = '', serial = '', check] = found
  return checkDigit(day + serial) === Number(check) ? ticketNumber(day, Number(serial)) : null
}

function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}
