/**
 * Which network addresses the open internet has, and which lead back into a house: loopback, private networks, the machine's
 * own services of a cloud, tunnels that hide one of these. Sources: IANA special-purpose registries for IPv4 and IPv6
 * (RFC 6890 and updates), RFC 6052 (NAT64), RFC 4291 (mapped addresses), RFC 6598 (shared by providers).
 */
import { BlockList, isIP } from 'node:net'

const CLOSED_V4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // behind a provider's NAT
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // a cloud's own services
  '169.254.0.0/16', // link-local, and the metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
]
/** Of IPv6 only this is the internet; the rest is loopback, mapped, NAT64, unique local, link-local, multicast, unassigned. */
const OPEN_V6 = ['2000::/3']
const CLOSED_V6 = [
  '2001::/23', // protocol assignments: Teredo, ORCHID and others
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: carries an IPv4 address inside
  '3fff::/20', // documentation
]

const rangesOf = (ranges: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const range of ranges) addRange(list, range)
  return list
}

function addRange(list: BlockList, range: string): void {
  const [address = '', bits] = range.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
}

const CLOSED = { v4: rangesOf(CLOSED_V4), v6: rangesOf(CLOSED_V6) }
const OPEN = rangesOf(OPEN_V6)

/** Whether an address belongs to the open internet. */
export function isOpenAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !CLOSED.v4.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) only ever stands on an address of this very network.
  if (kind !== 6 || address.includes('%')) return false
  return OPEN.check(address, 'ipv6') && !CLOSED.v6.check(address, 'ipv6')
}

export type Allowed = {
  /** Whether this host is allowed by name, or by the address it has, on this port. */
  host: (host: string, port: number) => boolean
  address: (address: string, port: number) => boolean
}

const ENTRY = /^(?:\[([^\]]+)\]|([^:]+(?::[^:]*:[^:]*)*|[^:]+))(?::(\d{1,5}))?$/

/**
 * What an owner allows on purpose: `crm.lan, 10.1.2.3:8080, 192.168.7.0/24, [fd00::7]:8443`. Without a port the usual ones.
 * Throws on an entry that is none of these, so that a slip of the pen does not open more than was meant.
 */
export function readAllowed(text: string, usualPorts: readonly number[]): Allowed {
  const hosts: { name: string; port: number | null }[] = []
  const ranges: { list: BlockList; port: number | null }[] = []
  for (const entry of text.split(',').map((part) => part.trim().toLowerCase())) {
    if (entry === '') continue
    const { name, port } = readEntry(entry)
    const [address = '', bits] = name.split('/')
    const kind = isIP(address)
    if (kind === 0 && !/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/.test(name))
      throw new Error(`“${entry}” is no host and no range`)
    if (kind === 0) hosts.push({ name, port })
    else {
      const most = kind === 6 ? 128 : 32
      if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most))
        throw new Error(`“${entry}” is no range`)
      ranges.push({ list: rangesOf([name]), port })
    }
  }
  const fits = (wanted: number | null, port: number) => (wanted === null ? usualPorts.includes(port) : wanted === port)
  return {
    host: (host, port) => hosts.some((one) => one.name === host && fits(one.port, port)),
    address: (address, port) =>
      isIP(address) !== 0 &&
      ranges.some((one) => one.list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') && fits(one.port, port)),
  }
}

function readEntry(entry: string): { name: string; port: number | null } {
  // An IPv6 address without brackets is all colons: it has no port.
  if (!entry.startsWith('[') && entry.split(':').length > 2) return { name: entry, port: null }
  const [, bracketed, plain, port] = ENTRY.exec(entry) ?? []
  const name = bracketed ?? plain
  if (name === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535)
    throw new Error(`“${entry}” is no host and no range`)
  return { name, port: port === undefined ? null : Number(port) }
}
