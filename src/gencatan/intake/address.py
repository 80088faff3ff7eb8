"""Which addresses may be fetched from: public ones only, checked after the name is resolved."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

_IPV4_REFUSED: Final = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "an unspecified"),
        ("10.0.0.0/8", "a private"),
        ("100.64.0.0/10", "a carrier-internal"),
        ("127.0.0.0/8", "a loopback"),
        ("169.254.0.0/16", "a link-local"),
        ("172.16.0.0/12", "a private"),
        ("192.0.0.0/24", "a reserved"),
        ("192.0.2.0/24", "a documentation"),
        ("192.88.99.0/24", "a reserved"),
        ("192.168.0.0/16", "a private"),
        ("198.18.0.0/15", "a benchmarking"),
        ("198.51.100.0/24", "a documentation"),
        ("203.0.113.0/24", "a documentation"),
        ("224.0.0.0/4", "a multicast"),
        ("240.0.0.0/4", "a reserved"),
    )
)
# IPv6 is an allow-list: global unicast only, less what tunnels to an IPv4 address or is set aside.
_IPV6_GLOBAL: Final = IPv6Network("2000::/3")
_IPV6_REFUSED: Final = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("2001::/23", "a reserved"),
        ("2001:db8::/32", "a documentation"),
        ("2002::/16", "a tunnel (6to4)"),
        ("3fff::/20", "a documentation"),
    )
)
_NAT64: Final = IPv6Network("64:ff9b::/96")


def refusal(address: str) -> str | None:
    """Why `address` (an IP address in text, as a resolver gives it) must not be fetched from, or None."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "no IP"
    return _refusal_v6(ip) if isinstance(ip, IPv6Address) else _refusal_v4(ip)


def _refusal_v4(ip: IPv4Address) -> str | None:
    return next((what for network, what in _IPV4_REFUSED if ip in network), None)


def _refusal_v6(ip: IPv6Address) -> str | None:
    if ip.ipv4_mapped is not None:
        return _refusal_v4(ip.ipv4_mapped)
    if ip in _NAT64:
        return _refusal_v4(IPv4Address(int(ip) & 0xFFFFFFFF))
    for test, what in (
        (ip.is_unspecified, "an unspecified"),
        (ip.is_loopback, "a loopback"),
        (ip.is_link_local, "a link-local"),
        (ip.is_multicast, "a multicast"),
        (ip.is_private and ip not in _IPV6_GLOBAL, "a private"),
        (ip not in _IPV6_GLOBAL, "a reserved"),
    ):
        if test:
            return what
    return next((what for network, what in _IPV6_REFUSED if ip in network), None)
