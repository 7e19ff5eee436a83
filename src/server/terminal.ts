import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { serverTexts } from './texts.ts'

/** Prints for the person at the terminal; everything else goes to the log. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Whether the module at this address is what was started, also through a link. */
export function isEntry(address: string): boolean {
  const started = process.argv[1]
  return started !== undefined && address === pathToFileURL(realpathSync(started)).href
}

/** Prints every fault of the environment; the process ends with 1. */
export function refuseConfig(
  faults: readonly { readonly name: string; readonly message: string }[],
): void {
  print(serverTexts.configFaults)
  for (const fault of faults) print(`  ${fault.name}: ${fault.message}`)
  process.exitCode = 1
}
