"""Which network addresses may be asked: public ones. Pure.

A list of links is data from strangers; without this check it could make the program ask the
machines of the network it runs in.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NAT64 = ip_network("64:ff9b::/96")


def why_refused(address: str) -> str | None:
    """What kind of address it is that is not asked, in words; None for a public one."""
    try:
        ip = _meant(ip_address(address.partition("%")[0]))
    except ValueError:
        return "not an address"
    for kind, found in (
        ("a loopback address", ip.is_loopback),
        ("an unspecified address", ip.is_unspecified),
        ("a link-local address", ip.is_link_local),
        ("a multicast address", ip.is_multicast),
        ("a private address", ip.is_private),
        ("a reserved address", ip.is_reserved or not ip.is_global),
    ):
        if found:
            return kind
    return None


def _meant(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside an IPv6 one, where a gateway would unwrap it."""
    if isinstance(ip, IPv4Address):
        return ip
    inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    if inner is None and ip in _NAT64:
        inner = IPv4Address(int(ip) & 0xFFFFFFFF)
    return inner or ip
