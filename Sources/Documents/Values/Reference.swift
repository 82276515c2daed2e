/// The number by which the whole network knows an urgent action: series, serial, year.
///
/// Sections print it as "UA 119/21", "UA: Peru 106.23", "AU 112/12", "FI 104/19-5", "UA-074/2019-1"; all of these are read.
/// `UA 31/93` and `EX 31/93` are two different cases.
///
///     try Reference("UA: Peru 106.23").slug   // "106-23"
///     try Reference("extra 31/93").slug       // "ex-31-93"
package struct Reference: Hashable, Codable, Sendable {
    package let series: Series
    package let serial: Int
    /// Four digits.
    package let year: Int

    package init(series: Series, serial: Int, year: Int) {
        self.series = series
        self.serial = serial
        self.year = year
    }

    /// The reference that `text` prints, in any form the network uses.
    package init(_ text: String) throws(Malformed) {
        guard let printed = PrintedReference(text) else { throw Malformed(text: text) }
        self = printed.reference
    }

    /// A text that is no reference.
    package struct Malformed: Error, Equatable {
        package let text: String
    }
}

extension Reference {
    /// The reference in an address: "119-21" for the UA series, "ex-31-93" for the others.
    package var slug: String {
        let number = "\(serial)-\(Self.twoDigits(year))"
        return series == .UA ? number : "\(series.rawValue.lowercased())-\(number)"
    }

    /// The reference whose slug is exactly `slug`; nil for any other text, so that one case has one address.
    package init?(slug: String) {
        guard let printed = PrintedReference(slug), printed.ordinal == nil, printed.reference.slug == slug else { return nil }
        self = printed.reference
    }

    /// The reference as a section prints it: "UA 119/21", "UA 119.21", "UA 044/22".
    package func printed(_ style: ReferenceStyle = .slash) -> String {
        switch style {
        case .slash: "\(series.rawValue) \(serial)/\(Self.twoDigits(year))"
        case .dot: "\(series.rawValue) \(serial).\(Self.twoDigits(year))"
        case .padded: "\(series.rawValue) \(Self.threeDigits(serial))/\(Self.twoDigits(year))"
        }
    }

    /// Four digits for a year printed with two: the first urgent action is of 1973, so 73 is the pivot.
    package static func fullYear(_ year: Int) -> Int {
        guard year < 100 else { return year }
        return year >= 73 ? 1900 + year : 2000 + year
    }

    private static func twoDigits(_ year: Int) -> String {
        let short = year % 100
        return short < 10 ? "0\(short)" : "\(short)"
    }

    private static func threeDigits(_ serial: Int) -> String {
        String(repeating: "0", count: max(0, 3 - String(serial).count)) + String(serial)
    }
}

extension Reference: Comparable {
    /// Older cases first; within a year by series and serial.
    package static func < (one: Reference, other: Reference) -> Bool {
        (one.year, one.series.rawValue, one.serial) < (other.year, other.series.rawValue, other.serial)
    }
}

extension Reference: CustomStringConvertible {
    package var description: String { printed() }
}
