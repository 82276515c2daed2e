/// Where a letter goes: the lines as somebody printed them, or the parts of an address, and the country.
///
///     PostalAddress(country: "PE", lines: ["Jr. Lampa 545", "Cercado de Lima, Perú"]).lines(from: "DE", in: "de")
///     // ["Jr. Lampa 545", "Cercado de Lima", "PERU"]
package struct PostalAddress: Hashable, Sendable {
    /// The destination; where it is not given, the one that the printed lines end with.
    package let country: Country?
    /// The name, the office and whatever else stands above the address itself.
    package let recipient: [String]
    /// The address as printed, without the recipient; wins over `parts`.
    package let printed: [String]
    package let parts: AddressParts?

    package init(country: Country?, recipient: [String] = [], lines: [String]) {
        self.init(country: country, recipient: recipient, printed: lines, parts: nil)
    }

    package init(country: Country?, recipient: [String] = [], parts: AddressParts) {
        self.init(country: country, recipient: recipient, printed: [], parts: parts)
    }

    private init(country: Country?, recipient: [String], printed: [String], parts: AddressParts?) {
        let printed = printed.flatMap(Self.tidied)
        self.country = country ?? CountryLineEnd(printed)?.country
        self.recipient = recipient.flatMap(Self.tidied)
        self.printed = printed
        self.parts = parts
    }

    /// No empty lines, no line breaks and no blanks at the ends inside one.
    private static func tidied(_ line: String) -> [String] {
        line.split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }
}

extension PostalAddress {
    /// The whole address for the envelope, a line each: recipient, address in the destination's own form, and last the country.
    ///
    /// The country stands in capitals in the sender's language, as the Universal Postal Union asks for (its addressing pages: "the name of
    /// the country of destination in capitals, if possible in the language of the country of origin"); not at all for mail within a
    /// country. A country that the printed lines end with, in any language we know, is not written twice.
    ///
    /// - Parameters:
    ///   - origin: where it is posted; nil when unknown: then the country is always written.
    ///   - language: the sender's.
    package func lines(from origin: Country?, in language: Language) -> [String] {
        guard let country else { return recipient + local }
        let name = origin == country ? [] : [PostalCountry(country).line(in: language)]
        return recipient + local + name
    }

    /// The address without recipient and country line.
    private var local: [String] {
        guard printed.isEmpty else { return CountryLineEnd(printed, in: country)?.lines ?? printed }
        guard let parts else { return [] }
        return AddressForm.form(of: country).lines(of: parts)
    }
}
