/// What a server answered, byte for byte: nothing is followed and nothing is unpacked.
package struct HTTPAnswer: Sendable {
    package let status: Int
    /// Names in lower case; fields of one name in their order.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a header field.
    package subscript(name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }
}
