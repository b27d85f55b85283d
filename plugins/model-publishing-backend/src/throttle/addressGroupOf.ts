import ipaddr from 'ipaddr.js';

/** Of an IPv6 address, what a network is given: 64 bits. The rest is the caller's own to choose. */
const NETWORK_PARTS = 4;

/** Whom an IP address stands for when requests are counted. All that cannot be read are one. */
export function addressGroupOf(address: string | undefined): string {
  // A zone names an interface of this machine, and is no part of the address.
  const [text = ''] = (address ?? '').split('%');
  if (!ipaddr.isValid(text)) {
    return 'unknown';
  }
  const ip = ipaddr.process(text);
  return ip instanceof ipaddr.IPv6
    ? ip.parts
        .slice(0, NETWORK_PARTS)
        .map(part => part.toString(16))
        .join(':')
    : ip.toString();
}
