# What an address is for: private, global, reserved ...
# test: from=3.11.7
import ipaddress

KINDS = ("is_private", "is_global", "is_multicast", "is_loopback", "is_link_local", "is_reserved", "is_unspecified")
for text in ("10.0.0.1", "8.8.8.8", "127.0.0.1", "169.254.1.1", "224.0.0.1", "240.0.0.1", "0.0.0.0", "100.64.0.1",
             "192.0.0.9", "192.0.0.100", "192.0.2.1", "::", "::1", "fe80::1", "fec0::1", "fc00::1", "2001:db8::1",
             "2001:4860::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b:1::1", "2001:20::1", "2002::1"):
    address = ipaddress.ip_address(text)
    print(text, *[kind[3:] for kind in KINDS if getattr(address, kind)])
for text in "10.0.0.0/8", "0.0.0.0/0", "192.168.1.0/24", "fe80::/64", "2001:db8::/32", "224.0.0.0/24", "127.0.0.0/8":
    network = ipaddress.ip_network(text)
    print(text, *[kind[3:] for kind in KINDS if getattr(network, kind)])
