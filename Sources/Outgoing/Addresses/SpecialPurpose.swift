/// The blocks in which no public server is: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates, read
/// 2026-11), and multicast. Blocks that the registry calls globally reachable (AS112, AMT, the anycast addresses of 192.0.0.0/24) are refused
/// as well: nobody who takes our messages is there.
enum SpecialPurpose {
    static let four = [
        AddressBlock("0.0.0.0/8", "this network"),
        AddressBlock("10.0.0.0/8", "private use"),
        AddressBlock("100.64.0.0/10", "shared by carriers"),
        AddressBlock("127.0.0.0/8", "loopback"),
        AddressBlock("169.254.0.0/16", "link-local"),
        AddressBlock("172.16.0.0/12", "private use"),
        AddressBlock("192.0.0.0/24", "protocol assignments"),
        AddressBlock("192.0.2.0/24", "documentation"),
        AddressBlock("192.31.196.0/24", "AS112"),
        AddressBlock("192.52.193.0/24", "AMT"),
        AddressBlock("192.88.99.0/24", "6to4 relay"),
        AddressBlock("192.168.0.0/16", "private use"),
        AddressBlock("192.175.48.0/24", "AS112"),
        AddressBlock("198.18.0.0/15", "benchmarking"),
        AddressBlock("198.51.100.0/24", "documentation"),
        AddressBlock("203.0.113.0/24", "documentation"),
        AddressBlock("224.0.0.0/4", "multicast"),
        AddressBlock("240.0.0.0/4", "reserved"),
    ]

    /// Within 2000::/3. The first block holds Teredo, benchmarking, ORCHID and drone identifiers.
    static let six = [
        AddressBlock("2001::/23", "protocol assignments"),
        AddressBlock("2001:db8::/32", "documentation"),
        AddressBlock("2002::/16", "6to4"),
        AddressBlock("2620:4f:8000::/48", "AS112"),
        AddressBlock("3fff::/20", "documentation"),
    ]

    /// Outside of 2000::/3 nothing is given out to networks (IANA IPv6 address space): named for the reader of a refusal, refused in any case.
    static let sixOutside = [
        AddressBlock("::/128", "unspecified"),
        AddressBlock("::1/128", "loopback"),
        AddressBlock("::ffff:0:0/96", "IPv4-mapped"),
        AddressBlock("::/96", "IPv4-compatible"),
        AddressBlock("64:ff9b::/96", "NAT64"),
        AddressBlock("64:ff9b:1::/48", "NAT64"),
        AddressBlock("100::/64", "discard"),
        AddressBlock("100:0:0:1::/64", "dummy prefix"),
        AddressBlock("5f00::/16", "segment routing"),
        AddressBlock("fc00::/7", "unique local"),
        AddressBlock("fe80::/10", "link-local"),
        AddressBlock("fec0::/10", "site-local"),
        AddressBlock("ff00::/8", "multicast"),
    ]

    static let unicast = AddressBlock("2000::/3", "global unicast")
}

extension IPAddress {
    /// Why no public server can be at this address; nil when one can.
    package var specialPurpose: String? {
        if bytes.count == 4 { return SpecialPurpose.four.first { $0.contains(self) }?.name }
        if SpecialPurpose.unicast.contains(self) { return SpecialPurpose.six.first { $0.contains(self) }?.name }
        return SpecialPurpose.sixOutside.first { $0.contains(self) }?.name ?? "not given out"
    }
}
