import Campaign
import Documents

extension CaseSheet {
    /// The document in one form. Throws `PressRefusal` for a PDF that cannot be made here or now.
    func bytes(_ format: SheetFormat, paper: PaperSize, press: Press) async throws -> [UInt8] {
        guard format != .pdf else { return try await press.pdf(html(paper: paper)) }
        return try bytes(withoutPress: format, paper: paper)
    }

    /// The document in a form that this program writes by itself.
    func bytes(withoutPress format: SheetFormat, paper: PaperSize) throws -> [UInt8] {
        switch format {
        case .docx: word(paper: paper)
        case .odt: openDocument(paper: paper)
        case .txt: Array(plainText.utf8)
        case .md: Array(markdown.utf8)
        case .json: try json()
        case .pdf: throw PressRefusal.noPDF
        }
    }
}
