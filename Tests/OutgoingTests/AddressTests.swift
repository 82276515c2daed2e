import Outgoing
import Testing

@Suite struct AddressTests {
    /// First and last address of each block of the IANA registries, and of multicast.
    @Test(arguments: [
        ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"), ("100.64.0.0", "100.127.255.255"), ("127.0.0.0", "127.255.255.255"),
        ("169.254.0.0", "169.254.255.255"), ("172.16.0.0", "172.31.255.255"), ("192.0.0.0", "192.0.0.255"), ("192.0.2.0", "192.0.2.255"),
        ("192.31.196.0", "192.31.196.255"), ("192.52.193.0", "192.52.193.255"), ("192.88.99.0", "192.88.99.255"),
        ("192.168.0.0", "192.168.255.255"), ("192.175.48.0", "192.175.48.255"), ("198.18.0.0", "198.19.255.255"),
        ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"), ("224.0.0.0", "239.255.255.255"), ("240.0.0.0", "255.255.255.255"),
        ("::", "::1"), ("::ffff:0.0.0.0", "::ffff:255.255.255.255"), ("::ffff:8.8.8.8", "::8.8.8.8"), ("64:ff9b::", "64:ff9b::ffff:ffff"),
        ("64:ff9b::8.8.8.8", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"), ("100::", "100::ffff:ffff:ffff:ffff"), ("100:0:0:1::", "100:0:0:1::1"),
        ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"), ("2001:0:808:808::1", "2001:2::1"), ("2001:10::", "2001:3f::1"),
        ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2620:4f:8000::", "2620:4f:8000:ffff::1"), ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("5f00::", "5f00:ffff::1"), ("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("fe80::", "febf:ffff::1"), ("fec0::", "feff::1"),
        ("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("4000::", "1fff:ffff::1"),
    ])
    func `no public server is at either end of a block`(_ first: String, _ last: String) throws {
        #expect(try #require(IPAddress(first)).specialPurpose != nil, "\(first)")
        #expect(try #require(IPAddress(last)).specialPurpose != nil, "\(last)")
    }

    @Test(arguments: [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0",
        "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "203.0.112.255", "203.0.114.0", "223.255.255.255", "8.8.8.8", "2001:200::1", "2001:4860:4860::8888", "2001:db7::1", "2001:db9::1",
        "2003::1", "2600::1", "2620:4f:7fff::1", "2a00:1450:4001:801::200a", "3ffe::1", "2000::1",
    ])
    func `the neighbours of a block are public`(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.specialPurpose == nil, "\(address.specialPurpose ?? "")")
    }

    @Test(arguments: [
        "0177.0.0.1", "127.1", "2130706433", "0x7f000001", "127.0.0.01", "1.2.3", "1.2.3.4.5", "256.1.1.1", "", " 1.2.3.4", "1.2.3.4 ",
        "fe80::1%eth0", "::1::", "1::2::3", ":::", "[::1]", "::ffff:127.0.0.256", String(repeating: "1:", count: 5_000),
    ])
    func `an address is read in its plain form alone`(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `an address is written in its shortest form`() {
        #expect(IPAddress("2001:DB8:0:0:0:0:0:1")?.text == "2001:db8::1")
        #expect(IPAddress("192.0.2.1")?.text == "192.0.2.1")
    }
}
