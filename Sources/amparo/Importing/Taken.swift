import Campaign
import Documents

/// What became of one document of a batch.
struct Taken: Sendable {
    let file: DocumentFile
    /// Nil when its bytes could not be had.
    var sha256: String?
    var reading: DraftReading
    /// Nil on a dry run, and for a document that was refused.
    var result: ImportResult?
    /// Refused only because its action is not known: another document of the batch may bring it.
    var waitsForAction = false
    /// A file of our own format, which is taken as it is.
    var native: NativeDocument?
    /// The action that a file of ours says is down.
    var withdrawn: Reference?

    init(_ file: DocumentFile, sha256: String? = nil, reading: DraftReading) {
        self.file = file
        self.sha256 = sha256
        self.reading = reading
    }

    init(_ file: DocumentFile, sha256: String? = nil, refused reason: String) {
        self.init(file, sha256: sha256, reading: DraftReading(file: file.name, refused: reason))
    }

    /// Recognised by its bytes and not read again.
    init(_ file: DocumentFile, sha256: String, known: ImportResult.Imported) {
        self.init(file, sha256: sha256, reading: DraftReading(file: file.name, refused: "known", findings: known.findings))
        reading.refused = nil
        result = .known(known)
    }

    var isRefused: Bool { reading.refused != nil }

    var wasKnown: Bool {
        if case .known = result { true } else { false }
    }

    /// Read, and not yet part of any action.
    var isToBeAccepted: Bool { !isRefused && result == nil }

    func answered(_ answer: ImportDocuments.Answer) -> Taken {
        var taken = self
        switch answer {
        case .taken(let result):
            taken.result = result
        case .refused(let refusal):
            taken.reading.refused = Complaint.english(refusal.message)
            taken.waitsForAction = refusal as? ImportRefusal == .noReference
        }
        return taken
    }

    /// What is uncertain or in dispute in it.
    var findings: [Finding] {
        switch result {
        case .added(let imported), .known(let imported): imported.findings
        case nil: reading.findings
        }
    }
}
