import Campaign
import Documents

/// Files of Amparo's own format, which say what they are and are not guessed at.
extension Intake {
    /// The document of a native file, or the refusal of one that is damaged; nil for any other file.
    static func native(_ bytes: [UInt8]) -> Result<NativeDocument, NativeDocument.Malformed>? {
        guard NativeReader.recognises(bytes) else { return nil }
        return Result { () throws(NativeDocument.Malformed) in try NativeReader()(bytes) }
    }
}

extension Taken {
    /// A native file is read without doubt; of a withdrawal there is nothing but the number.
    init(_ file: DocumentFile, sha256: String, native document: NativeDocument) {
        switch document {
        case .output(let output):
            self.init(file, sha256: sha256, reading: DraftReading(file: file.name, draft: ActionDraft(output), findings: []))
        case .withdrawal(let withdrawal):
            var draft = ActionDraft()
            draft.reference = withdrawal.reference.printed()
            self.init(file, sha256: sha256, reading: DraftReading(file: file.name, draft: draft, findings: []))
            withdrawn = withdrawal.reference
        }
        native = document
    }
}
