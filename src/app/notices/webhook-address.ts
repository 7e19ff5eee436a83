import ipaddr from 'ipaddr.js'

/** Why a webhook may not go to an address; null when it may. */
export type AddressFault = 'not-a-url' | 'not-https' | 'private' | 'port'

/** Names that never lead out of a network of one's own: those that say so, and those of one word. */
const inside = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)\.?$|^[^.]+\.?$/i
/** Where webhooks are served; on others something else may listen. Empty: the protocol's own. */
const ports: ReadonlySet<string> = new Set(['', '443', '8443'])
/** All of IPv6 that is given out to the internet (RFC 4291). Everything else hides another network. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether our server may be made to call an address. Without `privateAllowed` only https to public hosts: else
 * whoever sets a webhook could reach what only this machine can. Names are checked again by what they resolve
 * to when the connection is made.
 */
export function addressFault(address: string, privateAllowed: boolean): AddressFault | null {
  if (!URL.canParse(address)) return 'not-a-url'
  const { protocol, hostname, port, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-https'
  if (username !== '' || password !== '') return 'not-a-url'
  if (privateAllowed) return null
  if (protocol !== 'https:') return 'not-https'
  const bare = hostname.replace(/^\[|\]$/g, '')
  const isPrivate = ipaddr.isValid(bare) ? !isPublicIp(bare) : inside.test(bare)
  if (isPrivate) return 'private'
  return ports.has(port) ? null : 'port'
}

/** An IP address anybody on the internet may have; an IPv4 one inside an IPv6 one counts by what it is. */
export function isPublicIp(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(globalUnicast)
}
