# Addresses of the internet, version 4 and 6, and networks of them.

from functools import total_ordering as _total_ordering
from sys import version_info as _version
from _machine import refuse as _refuse

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


# ---- texts and numbers ---------------------------------------------------------------------------

def _v4_number(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError("Expected 4 octets in %r" % text)
    value = 0
    for octet in octets:
        value = value << 8 | _octet(octet, text)
    return value


def _octet(octet, text):
    if not octet:
        problem = "Empty octet not permitted"
    elif not (octet.isascii() and octet.isdigit()):
        problem = "Only decimal digits permitted in %r" % octet
    elif len(octet) > 3:
        problem = "At most 3 characters permitted in %r" % octet
    elif octet != "0" and octet[0] == "0":
        problem = "Leading zeros are not permitted in %r" % octet
    elif int(octet, 10) > 255:
        problem = "Octet %d (> 255) not permitted" % int(octet, 10)
    else:
        return int(octet, 10)
    raise AddressValueError("%s in %r" % (problem, text)) from None


def _v6_number(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    if text.count(":::") or text.count("::") > 1:
        raise AddressValueError("At most one '::' permitted in %r" % text)
    if "%" in text:
        _refuse("an IPv6 address with a scope")
    head, gap, tail = text.partition("::")
    left = _groups(head, text)
    right = _groups(tail, text) if gap else []
    missing = 8 - len(left) - len(right)
    if (gap and missing < 1) or (not gap and missing):
        if not gap and missing > 0 and len(left) < 3:
            raise AddressValueError("At least 3 parts expected in %r" % text)
        raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}" if not gap else
                                f"Expected at most 7 other parts with '::' in {text!r}")
    value = 0
    for group in left + [0] * missing + right:
        value = value << 16 | group
    return value


def _groups(part, text):
    found = []
    for group in part.split(":") if part else []:
        if "." in group:
            value = _v4_number(group)
            found += [value >> 16, value & 0xffff]
            continue
        if not group or any(c not in "0123456789abcdefABCDEF" for c in group):
            raise AddressValueError("Only hex digits permitted in %r in %r" % (group, text))
        if len(group) > 4:
            raise AddressValueError("At most 4 characters permitted in %r in %r" % (group, text))
        found.append(int(group, 16))
    return found


def _v4_text(number):
    return ".".join(map(str, number.to_bytes(4, "big")))


def _v6_text(number):
    """The longest run of zeros, if there are two or more, is left out."""
    if number >> 32 == 0xffff and _version >= (3, 13):
        return "::ffff:" + _v4_text(number & 0xffffffff)
    groups = ["%x" % (number >> shift & 0xffff) for shift in range(112, -1, -16)]
    best, best_at, at = 1, None, 0
    while at < 8:
        end = at
        while end < 8 and groups[end] == "0":
            end += 1
        if end - at > best:
            best, best_at = end - at, at
        at = end + 1
    if best_at is None:
        return ":".join(groups)
    return ":".join(groups[:best_at]) + "::" + ":".join(groups[best_at + best:])


# ---- addresses -----------------------------------------------------------------------------------

@_total_ordering
class _Address:
    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, self.version))
            if address >= 1 << self.max_prefixlen:
                raise AddressValueError("%d (>= 2**%d) is not permitted as an IPv%d address" %
                                        (address, self.max_prefixlen, self.version))
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self.max_prefixlen // 8:
                raise AddressValueError("%r (len %d != %d) is not permitted as an IPv%d address" %
                                        (address, len(address), self.max_prefixlen // 8, self.version))
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._number(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        return self._ip == other._ip and self.version == other.version if isinstance(other, _Address) else \
            NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __hash__(self):
        return hash(hex(self._ip))

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __reduce__(self):
        return type(self), (str(self),)

    compressed = property(__str__)

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    def _within(self, *networks):
        return any(self in network for network in map(ip_network, networks))

    is_unspecified = property(lambda self: self._ip == 0)


class IPv4Address(_Address):
    __slots__ = ()
    version, max_prefixlen = 4, 32
    _number, _text = staticmethod(_v4_number), staticmethod(_v4_text)

    exploded = property(_Address.__str__)
    is_loopback = property(lambda self: self._within("127.0.0.0/8"))
    is_multicast = property(lambda self: self._within("224.0.0.0/4"))
    is_link_local = property(lambda self: self._within("169.254.0.0/16"))
    is_reserved = property(lambda self: self._within("240.0.0.0/4"))

    @staticmethod
    def _private():
        """What is private, and what of it is not after all."""
        private = ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
                   "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                   "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")
        if _version < (3, 13):
            return private, ()
        return (*private, "192.0.0.0/24"), ("192.0.0.9/32", "192.0.0.10/32")

    @property
    def is_private(self):
        private, public = self._private()
        return self._within(*private) and not self._within(*public)

    @property
    def is_global(self):
        return not self._within("100.64.0.0/10") and not self.is_private

    @property
    def reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv6Address(_Address):
    __slots__ = ()
    version, max_prefixlen, scope_id = 6, 128, None
    _number, _text = staticmethod(_v6_number), staticmethod(_v6_text)

    @property
    def exploded(self):
        return ":".join("%04x" % (self._ip >> shift & 0xffff) for shift in range(112, -1, -16))

    is_loopback = property(lambda self: self._ip == 1)
    is_multicast = property(lambda self: self._within("ff00::/8"))
    is_link_local = property(lambda self: self._within("fe80::/10"))
    is_site_local = property(lambda self: self._within("fec0::/10"))

    @property
    def is_reserved(self):
        mapped = self.ipv4_mapped if _version >= (3, 13, 1) else None
        if mapped is not None:
            return mapped.is_reserved
        return self._within("::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3",
                            "8000::/3", "A000::/3", "C000::/3", "E000::/4", "F000::/5", "F800::/6", "FE00::/9")

    @staticmethod
    def _private():
        private = ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7",
                   "fe80::/10")
        if _version < (3, 13):
            return (*private, "2001:2::/48", "2001:10::/28"), ()
        return (*private, "64:ff9b:1::/48", "2002::/16"), (
            "2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28")

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        private, public = self._private()
        return self._within(*private) and not self._within(*public)

    @property
    def is_global(self):
        mapped = self.ipv4_mapped if _version >= (3, 13) else None
        return not self.is_private if mapped is None else mapped.is_global

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None


# ---- networks ------------------------------------------------------------------------------------

@_total_ordering
class _Network:
    def __init__(self, address, strict=True):
        if isinstance(address, (int, bytes)):
            address, prefix = address, self.max_prefixlen
        elif isinstance(address, tuple):
            address, prefix = address[0], address[1] if len(address) > 1 else self.max_prefixlen
        else:
            text = str(address)
            if text.count("/") > 1:
                raise AddressValueError(f"Only one '/' permitted in {address!r}")
            address, slash, prefix = text.partition("/")
            prefix = prefix if slash else self.max_prefixlen
        self.network_address = self._address_class(address)
        self._prefixlen = self._prefix_of(prefix)
        low = int(self.network_address)
        if low & int(self.hostmask):
            if strict:
                raise ValueError("%s has host bits set" % f"{self.network_address}/{self._prefixlen}")
            self.network_address = self._address_class(low & int(self.netmask))

    def _prefix_of(self, prefix):
        """From a length, or from a mask."""
        if isinstance(prefix, int):
            if not 0 <= prefix <= self.max_prefixlen:
                raise NetmaskValueError("%r is not a valid netmask" % prefix)
            return prefix
        if prefix.isascii() and prefix.isdigit():
            if int(prefix) <= self.max_prefixlen:
                return int(prefix)
        elif self.version == 4:
            try:
                mask = _v4_number(prefix)
            except AddressValueError:
                mask = None
            every = (1 << 32) - 1
            for length in range(33) if mask is not None else ():
                if mask == every ^ every >> length:
                    return length
            for length in range(33) if mask is not None else ():
                if mask == every >> length:
                    return length
        raise NetmaskValueError("%r is not a valid netmask" % prefix)

    prefixlen = property(lambda self: self._prefixlen)

    # Both ends are what the whole is.
    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_loopback = property(lambda self: self._both("is_loopback"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    @property
    def is_private(self):
        ends = self.network_address, self.broadcast_address
        private, public = map(lambda texts: map(ip_network, texts), ends[0]._private())
        return any(ends[0] in network and ends[1] in network for network in private) and not any(
            end in network for network in public for end in ends)

    @property
    def is_global(self):
        if self.version == 4 and all(end._within("100.64.0.0/10") for end in
                                     (self.network_address, self.broadcast_address)):
            return False
        return not self.is_private

    @property
    def hostmask(self):
        return self._address_class((1 << self.max_prefixlen - self._prefixlen) - 1)

    @property
    def netmask(self):
        every = (1 << self.max_prefixlen) - 1
        return self._address_class(every ^ every >> self._prefixlen)

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def num_addresses(self):
        return int(self.broadcast_address) - int(self.network_address) + 1

    def __str__(self):
        return "%s/%d" % (self.network_address, self._prefixlen)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    compressed = property(__str__)
    with_prefixlen = property(__str__)
    with_netmask = property(lambda self: "%s/%s" % (self.network_address, self.netmask))
    with_hostmask = property(lambda self: "%s/%s" % (self.network_address, self.hostmask))

    def _key(self):
        return self.version, int(self.network_address), self._prefixlen

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, _Network) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._key() < other._key()

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __contains__(self, other):
        if isinstance(other, _Network) or other.version != self.version:
            return False
        return int(other) & int(self.netmask) == int(self.network_address)

    def __iter__(self):
        for number in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._address_class(number)

    def hosts(self):
        """The addresses without the first and the last, where there are more than two."""
        if self._prefixlen >= self.max_prefixlen - 1:
            return list(self)
        last = int(self.broadcast_address) - (self.version == 4)
        return (self._address_class(number) for number in range(int(self.network_address) + 1, last + 1))

    def overlaps(self, other):
        return other.network_address in self or other.broadcast_address in self or self.network_address in other

    def subnet_of(self, other):
        return self.network_address in other and self.broadcast_address in other

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        longer = self._prefixlen + prefixlen_diff
        if longer > self.max_prefixlen:
            raise ValueError("prefix length diff %d is invalid for netblock %s" % (longer, self))
        for number in range(int(self.network_address), int(self.broadcast_address) + 1,
                            1 << self.max_prefixlen - longer):
            yield type(self)((number, longer))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            prefixlen_diff = self._prefixlen - new_prefix
        shorter = self._prefixlen - prefixlen_diff
        if shorter < 0:
            raise ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d" %
                             (self._prefixlen, prefixlen_diff))
        return type(self)((int(self.network_address), shorter), strict=False)


class IPv4Network(_Network):
    version, max_prefixlen, _address_class = 4, 32, IPv4Address


class IPv6Network(_Network):
    version, max_prefixlen, _address_class = 6, 128, IPv6Address


def ip_address(address):
    return _first_of((IPv4Address, IPv6Address), address, f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    return _first_of((IPv4Network, IPv6Network), address, f"{address!r} does not appear to be an IPv4 or IPv6 network",
                     strict)


def _first_of(kinds, address, complaint, *more):
    for kind in kinds:
        try:
            return kind(address, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(complaint)
