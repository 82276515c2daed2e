/// What a signature covers and says of itself (RFC 9421 section 4.1): one member of the field `Signature-Input`.
///
///     SignatureInput(#"amparo=("@method" "@path");created=1618884473;keyid="a""#)
///
/// It is read only as it would be written: one signature, no blanks but those between components, no escapes.
package struct SignatureInput: Sendable, Equatable {
    package let label: String
    /// As they are written in the lines that are signed: `"@method"`, `"signature";req`.
    package let components: [String]
    package let created: Int?
    package let expires: Int?
    package let nonce: String?
    package let keyID: String?
    package let algorithm: String?
    package let tag: String?
    /// Components and parameters, the value of `@signature-params`.
    package let parameters: String

    /// One that is to be signed.
    package init(_ label: String, covering components: [String], created: Int, expires: Int, nonce: String, keyID: String, tag: String) {
        self.label = label
        self.components = components
        self.created = created
        self.expires = expires
        self.nonce = nonce
        self.keyID = keyID
        algorithm = "ed25519"
        self.tag = tag
        parameters =
            "(\(components.joined(separator: " ")));created=\(created);expires=\(expires);nonce=\"\(nonce)\";alg=\"ed25519\""
            + ";keyid=\"\(keyID)\";tag=\"\(tag)\""
    }

    /// nil for what is not written so, for a component or parameter that comes twice, and for parameters of components other than `req`.
    package init?(_ field: String) {
        guard field.utf8.count <= 2_000, let equals = field.firstIndex(of: "=") else { return nil }
        let label = String(field[..<equals]), parameters = field[field.index(after: equals)...]
        guard !label.isEmpty, label.utf8.allSatisfy(Self.isOfToken), parameters.hasPrefix("("), let end = parameters.firstIndex(of: ")") else {
            return nil
        }
        let inner = parameters[parameters.index(after: parameters.startIndex)..<end]
        let components = inner.isEmpty ? [] : inner.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard components.allSatisfy(Self.isComponent), Set(components).count == components.count else { return nil }
        guard let facts = Self.facts(parameters[parameters.index(after: end)...]) else { return nil }
        self.label = label
        self.components = components
        self.parameters = String(parameters)
        (created, expires) = (facts.numbers["created"], facts.numbers["expires"])
        (nonce, keyID, algorithm, tag) = (facts.texts["nonce"], facts.texts["keyid"], facts.texts["alg"], facts.texts["tag"])
    }

    /// The field as it is sent.
    package var field: String { "\(label)=\(parameters)" }

    /// The lines that are signed (RFC 9421 section 2.5); nil when the message has no value for one of the components.
    package func base(_ values: [String: String]) -> [UInt8]? {
        var lines: [String] = []
        for component in components {
            guard let value = values[component], !value.contains(where: \.isNewline) else { return nil }
            lines.append("\(component): \(value)")
        }
        return Array((lines + ["\"@signature-params\": \(parameters)"]).joined(separator: "\n").utf8)
    }

    /// `;created=1;keyid="a"`; nil for anything else, and for a name that comes twice.
    private static func facts(_ text: Substring) -> (numbers: [String: Int], texts: [String: String])? {
        var rest = text, numbers: [String: Int] = [:], texts: [String: String] = [:]
        while !rest.isEmpty {
            guard rest.removeFirst() == ";", let equals = rest.firstIndex(of: "=") else { return nil }
            let name = String(rest[..<equals])
            rest = rest[rest.index(after: equals)...]
            guard !name.isEmpty, name.utf8.allSatisfy(isOfToken), numbers[name] == nil, texts[name] == nil else { return nil }
            if rest.first == "\"" {
                rest.removeFirst()
                guard let end = rest.firstIndex(of: "\"") else { return nil }
                guard rest[..<end].utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x5C }) else { return nil }
                texts[name] = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
            } else {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                guard (1...15).contains(digits.count), digits == "0" || !digits.hasPrefix("0"), let number = Int(digits) else { return nil }
                numbers[name] = number
                rest = rest[digits.endIndex...]
            }
        }
        return (numbers, texts)
    }

    private static func isComponent(_ text: String) -> Bool {
        let bare = text.hasSuffix("\";req") ? text.dropLast(4) : Substring(text)
        guard bare.hasPrefix("\""), bare.hasSuffix("\""), bare.utf8.count > 2 else { return false }
        return bare.dropFirst().dropLast().utf8.allSatisfy { isOfToken($0) || $0 == UInt8(ascii: "@") }
    }

    /// Lower case, as names of fields are written there.
    private static func isOfToken(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
