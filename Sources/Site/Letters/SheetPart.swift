import Campaign
import Documents

/// One letter as a sheet of paper.
struct SheetPart: Sendable {
    let paperTitle: String
    let sheetLang: String
    let sheetDir: String
    let hasRecipient: Bool
    let recipientLines: [String]
    let datePlace: String?
    let subjectLine: String
    let greeting: String?
    let paragraphs: [String]
    let closing: String?
    let signature: String?
}

extension SheetPart {
    init(_ letter: Letter, to name: String, for reader: Reader) {
        self.init(
            paperTitle: reader.text("letter.to", ["name": name]),
            sheetLang: letter.language.rawValue,
            sheetDir: letter.language.direction,
            hasRecipient: !letter.addressLines.isEmpty,
            recipientLines: letter.addressLines,
            datePlace: letter.isolatedDateLine.nonBlank,
            subjectLine: letter.subject,
            greeting: letter.greeting.nonBlank,
            paragraphs: letter.paragraphs,
            closing: letter.closing.nonBlank,
            signature: letter.name.nonBlank
        )
    }
}

/// A text in a field from which it can be copied, by hand or with a button.
struct CopyField: Sendable {
    let fieldID: String
    let fieldLabel: String
    let fieldText: String
    let fieldLang: String
    let fieldDir: String
    let isLong: Bool
    let rows: String
}

extension CopyField {
    /// - Parameter isAddress: an address is written for the post: each line in its own direction, and in no language that is known.
    init(_ id: String, _ label: String, _ text: String, in language: Language, isLong: Bool = false, isAddress: Bool = false) {
        self.init(
            fieldID: id, fieldLabel: label, fieldText: text, fieldLang: isAddress ? "" : language.rawValue,
            fieldDir: isLong && !isAddress ? language.direction : "auto",
            isLong: isLong, rows: text.count > 400 ? "12" : "5"
        )
    }
}

extension String {
    /// nil instead of an empty text, which a template would take for something.
    var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
