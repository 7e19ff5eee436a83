import ipaddr from 'ipaddr.js'

/** Why a webhook may not go to an address; null when it may. */
export type AddressFault = 'not-a-url' | 'not-https' | 'private'

/** Names that never lead out of a network of one's own. */
const inside = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)\.?$/i

/**
 * Whether our server may be made to call an address. Without `privateAllowed` only https to public hosts: else
 * whoever sets a webhook could reach what only this machine can. Names are checked again by what they resolve
 * to when the connection is made.
 */
export function addressFault(address: string, privateAllowed: boolean): AddressFault | null {
  if (!URL.canParse(address)) return 'not-a-url'
  const { protocol, hostname, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-https'
  if (username !== '' || password !== '') return 'not-a-url'
  if (privateAllowed) return null
  if (protocol !== 'https:') return 'not-https'
  const bare = hostname.replace(/^\[|\]$/g, '')
  const isPrivate = ipaddr.isValid(bare) ? !isPublicIp(bare) : inside.test(bare)
  return isPrivate ? 'private' : null
}

/** An IP address anybody on the internet may have; an IPv4 one inside an IPv6 one counts by what it is. */
export function isPublicIp(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
