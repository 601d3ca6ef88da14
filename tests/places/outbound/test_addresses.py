from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.outbound.addresses import is_private, is_public


@pytest.mark.parametrize(
    "text",
    ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"],
)
def test_public_addresses_are_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


NOT_PUBLIC = (
    "0.0.0.0 0.1.2.3 10.1.1.1 100.64.0.1 127.0.0.1 168.63.129.16 169.254.169.254 172.31.0.1 192.0.0.192 192.0.2.1 "
    "192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 "
    ":: ::1 ::7f00:1 ::ffff:0:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 64:ff9b:1::808:808 100::1 2001::1 2001:20::1 "
    "2001:db8::1 2002:a00:1:: 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 2606:4700::1%eth0"
)


@pytest.mark.parametrize("text", NOT_PUBLIC.split())
def test_all_others_are_not(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_as_itself(inner: ipaddress.IPv4Address) -> None:
    number = int(inner)
    for outer in ((0xFFFF << 32) | number, (0x64FF9B << 96) | number, (0x2002 << 112) | (number << 80)):
        assert is_public(ipaddress.IPv6Address(outer)) == is_public(inner)


@given(st.ip_addresses())
def test_nothing_is_public_and_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    assert not (is_public(address) and is_private(address))
    if is_public(address) and isinstance(address, ipaddress.IPv4Address):
        assert address.is_global
