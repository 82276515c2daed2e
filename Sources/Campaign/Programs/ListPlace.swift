package import Documents

/// An item of a list, after which its next page begins. To programs it is one opaque word, which they give back as they got it.
///
///     ListPlace("MjAyMTo3NzpVQQ")?.reference.printed()   // "UA 77/21"
package struct ListPlace: Sendable, Equatable {
    package let reference: Reference

    package init(_ reference: Reference) {
        self.reference = reference
    }

    /// nil for any word that is none of ours.
    package init?(_ text: String) {
        guard text.utf8.count <= 64, let bytes = WebSafeBase64.bytes(of: text) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let year = Int(parts[0]), let serial = Int(parts[1]), let series = Series(rawValue: parts[2]),
            (1...9_999).contains(year), (0...999_999).contains(serial)
        else { return nil }
        reference = Reference(series: series, serial: serial, year: year)
        guard self.text == text else { return nil }
    }

    package var text: String {
        WebSafeBase64.text(of: Array("\(reference.year):\(reference.serial):\(reference.series.rawValue)".utf8))
    }
}
