"""Where a webhook may go: an address of the internet, not one of our own network (SSRF).

A name is resolved once; the request goes to the address that was looked at, so that the name cannot
mean another one a moment later.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from api.errors import ApiError


@dataclass(frozen=True, slots=True)
class Target:
    """A URL, and the address that its host was resolved to."""

    url: str
    host: str
    netloc: str
    address: str

    @property
    def direct(self) -> str:
        """The URL with the address in place of the host."""
        parts = urlsplit(self.url)
        shown = f"[{self.address}]" if ":" in self.address else self.address
        port = f":{parts.port}" if parts.port is not None else ""
        return parts._replace(netloc=shown + port).geturl()


def check_url(url: str, private: bool) -> None:
    """Whether a URL can be an endpoint at all, before anything is resolved.

    Raises:
        ApiError: it cannot.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ApiError("URL_NOT_ALLOWED", "回调地址不是有效的 URL") from error
    if parts.scheme not in (("https", "http") if private else ("https",)) or not host:
        raise ApiError("URL_NOT_ALLOWED", "回调地址须为 https:// 开头的完整地址")
    if parts.username or parts.password or parts.fragment:
        raise ApiError("URL_NOT_ALLOWED", "回调地址不得含有用户名、密码或 #")


def resolve(url: str, private: bool) -> Target:
    """A URL with the address that it will go to.

    Raises:
        ApiError: it leads into our own network, or nowhere.
    """
    check_url(url, private)
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ApiError("URL_NOT_ALLOWED", f"回调地址的主机名 {host} 无法解析") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private and any(not public(address) for address in addresses):
        raise ApiError("URL_NOT_ALLOWED", "回调地址指向内部网络，不予使用")
    return Target(url, host, parts.netloc, addresses[0])


def public(address: str) -> bool:
    """Whether an address belongs to the internet, also where it is wrapped in another one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            ip = inner
        elif ip in ipaddress.ip_network("64:ff9b::/96"):
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.is_global and not ip.is_multicast
