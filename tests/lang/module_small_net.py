# getopt, shlex, hmac, zlib's checksums, ipaddress.
import getopt, shlex, hmac, zlib, ipaddress, hashlib
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e, getattr(e, "opt", ""))
for a in (["-a", "-b", "v", "x"], ["-abv", "--long", "w"], ["--fo=3", "r"], ["-c"], ["-b"], ["--long="], ["--l"], ["--flag=1"], ["--nope"], ["-a", "--", "-b"], ["-"], ["x", "-a"], ["--f"]):
    show(lambda: getopt.getopt(a, "ab:", ["long=", "flag", "foo="])); show(lambda: getopt.gnu_getopt(a, "ab:", ["long=", "flag", "foo="]))
for s in ("a 'b c' d", 'x"y z"w', r"a\ b", "''", "'", '"a\\"b"', '"a\\b"', "a#b # c", "", "a\\", "'a''b'", "tab\tnl\nx", "é ü"):
    show(lambda: shlex.split(s)); show(lambda: shlex.split(s, comments=True))
print(shlex.quote("a b"), shlex.quote("it's"), shlex.quote(""), shlex.quote("ok-1.txt"), shlex.join(["ls", "my file", "$x"]))
h = hmac.new(b"key", b"msg", "sha256"); print(h.hexdigest(), h.name, h.digest_size, h.block_size); h.update(b"more"); c = h.copy(); print(c.hexdigest() == h.hexdigest(), hmac.new(b"k" * 100, b"m", hashlib.sha1).hexdigest(), hmac.compare_digest(h.digest(), c.digest()), hmac.digest(b"k", b"m", "md5").hex()); show(lambda: hmac.new("k", b"")); show(lambda: hmac.new(b"k", b""))
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.adler32(b""), zlib.crc32(b""))
for t in ("192.168.0.1", "::1", "2001:db8::ff00:42:8329", "1.2.3", "256.1.1.1", "01.2.3.4", "a.b.c.d", "", "1::2::3", ":::", "12345::", "g::", "1:2:3:4:5:6:7:8", "1:2:3", "::ffff:1.2.3.4", 5, 2**40, b"\x01\x02\x03\x04", "0:0:1:0:0:0:0:1", "1:0:0:2:0:0:0:0", "1.2.3.4/5"):
    show(lambda: ipaddress.ip_address(t)); show(lambda: ipaddress.IPv4Address(t)) if not isinstance(t, str) or "." in t else None
a = ipaddress.ip_address("10.0.0.1"); print(a, a + 5, a - 1, int(a), a.packed, a < ipaddress.ip_address("10.0.0.2"), a.is_private, a.is_loopback, a.is_global, a.reverse_pointer, a.version, hash(a) == hash(ipaddress.IPv4Address("10.0.0.1")), sorted([a + 2, a]), ipaddress.ip_address("8.8.8.8").is_global, ipaddress.ip_address("224.0.0.1").is_multicast)
b = ipaddress.ip_address("2001:db8::1"); print(b.exploded, b.compressed, b.is_loopback, ipaddress.ip_address("::1").is_loopback); show(lambda: a < b); print(a == b, a == "10.0.0.1")
n = ipaddress.ip_network("192.168.4.0/22"); print(n, repr(n), n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.network_address, n.prefixlen, ipaddress.ip_address("192.168.5.9") in n, a in n, n[5], n[-1], len(list(n.hosts())), list(n.subnets())[:2], list(n.subnets(new_prefix=24)), n.supernet(), n.with_netmask, n.overlaps(ipaddress.ip_network("192.168.6.0/24")), ipaddress.ip_network("192.168.6.0/24").subnet_of(n))
for t in ("192.168.1.1/24", "1.2.3.0/33", "1.2.3.0/255.255.255.0", "x/8", "10.0.0.0/8/8", "10.0.0.0", "fe80::/10", "10.0.0.0/0.0.0.255", "1.2.3.4/-1"): show(lambda: ipaddress.ip_network(t))
show(lambda: ipaddress.ip_network("192.168.1.1/24", strict=False)); show(lambda: n[9999]); show(lambda: list(ipaddress.ip_network("10.0.0.0/31").hosts())); show(lambda: list(ipaddress.ip_network("10.0.0.0/30").hosts())); show(lambda: list(n.subnets(prefixlen_diff=20))); print(n == ipaddress.ip_network("192.168.4.0/22"), {n: 1}[n], n < ipaddress.ip_network("192.168.8.0/22"), list(ipaddress.ip_network("10.0.0.4/30")))
