/// A language by its BCP 47 tag: "es", "pt-BR", "zh-Hant".
package struct Language: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    package init(_ tag: String) {
        self.init(rawValue: tag)
    }
}

extension Language {
    /// Whether it is letters, digits and hyphens, as a header field must have it.
    package var isTag: Bool { !rawValue.isEmpty && rawValue.utf8.allSatisfy(Self.isOfTag) }

    private static func isOfTag(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// The language without script and region, in small letters: "pt" of "pt-BR".
    package var primary: String {
        String(rawValue.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// The region of the tag in capitals: "BR" of "pt-BR".
    package var region: String? {
        let parts = rawValue.split(whereSeparator: { $0 == "-" || $0 == "_" }).dropFirst()
        return parts.first { $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) }.map { $0.uppercased() }
    }

    /// Whether the language is written from right to left, by its script where the tag names one.
    package var isRightToLeft: Bool {
        let parts = rawValue.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 && $0.first?.isLetter == true }) {
            return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"].contains(script)
        }
        return ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"].contains(primary)
    }
}

extension Language: CustomStringConvertible {
    package var description: String { rawValue }
}
