/// A reference as it stands in a text, with the number of the output where the form says one.
///
///     PrintedReference("FI 104/19-5")?.ordinal     // 6: the fifth further information is the sixth output
///     PrintedReference("UA-074/2019-1")?.ordinal   // 2
package struct PrintedReference: Hashable, Sendable {
    package let reference: Reference
    /// 1 is the first output; nil where the form does not say.
    package let ordinal: Int?

    package init(reference: Reference, ordinal: Int?) {
        self.reference = reference
        self.ordinal = ordinal
    }

    /// The one reference that `text` prints, as somebody would type it into a box: prefix, country and blanks are optional.
    package init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(200))
        guard let match = ReferenceScanner(bytes, leniency: .typed).first(), let year = match.year else { return nil }
        let rest = bytes[match.range.upperBound...]
        guard !rest.contains(where: { ReferenceScanner.isLetterOrDigit($0) }) else { return nil }
        self.init(reference: Reference(series: match.series, serial: match.serial, year: year), ordinal: match.ordinal)
    }
}
