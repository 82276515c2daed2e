import Documents

extension ActionDraft {
    /// The case the document is about: by series, number and year, else by its reference as printed. A number without a series is a UA.
    ///
    /// nil when it names none, or one that cannot be: cases count from 1, and the first year is 1973.
    var namedCase: Reference? {
        let named = caseReference ?? numberedCase ?? reference.flatMap(PrintedReference.init)?.reference
        return named.flatMap { $0.serial > 0 && Self.years.contains($0.year) ? $0 : nil }
    }

    private static let years = 1973...2072

    private var numberedCase: Reference? {
        guard let caseNumber, let caseYear else { return nil }
        return Reference(series: series ?? .UA, serial: caseNumber, year: caseYear)
    }

    /// What the document calls the one before it: an index code, or the reference of the case.
    var previousCode: IndexCode? { previousReference.flatMap { try? IndexCode($0) } }

    var previousCase: Reference? { previousReference.flatMap(PrintedReference.init)?.reference }

    var ownCode: IndexCode? { indexCode.flatMap { try? IndexCode($0) } }
}
