import Storage

/// Why an uploaded file cannot be reviewed. The name is stable, for it lies in rows; each is told in every language.
package enum ReviewTrouble: String, Sendable, CaseIterable, Bindable, Readable {
    case tooLarge = "too_large"
    case tooMany = "too_many"
    case empty, encrypted, damaged, bomb, drawing
    /// A scan: pages of pictures.
    case picture
    case oldWord = "old_word"
    case nested
    case emptyArchive = "empty_archive"
    case notAnAction = "not_an_action"
    case tooSlow = "too_slow"
    case noProgram = "no_program"
    case unreadable
    /// The same bytes are part of an action already.
    case known

    /// The trouble behind a reason that a reader or a converter gave.
    package init(reason: String) {
        let marks: [(String, ReviewTrouble)] = [
            ("encrypted Word", .oldWord), ("encrypted", .encrypted), ("larger than", .tooLarge), ("far more than", .bomb), ("longer than", .tooLarge),
            ("damaged", .damaged), ("not an urgent action", .notAnAction), ("takes too long", .tooSlow), ("is not installed", .noProgram),
            ("cannot be shut in", .noProgram), ("list of", .notAnAction), ("picture of a page", .picture), ("holds no text", .empty),
            ("is empty", .empty), ("zip archive", .nested),
        ]
        self = marks.first { reason.contains($0.0) }?.1 ?? .unreadable
    }

    /// The key of its sentence.
    package var key: String { "desk.imports_trouble_\(rawValue)" }
}
