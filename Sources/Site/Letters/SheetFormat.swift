import Documents

/// In which form a document is taken away; those for paper and word processors first.
enum SheetFormat: String, CaseIterable {
    case pdf, docx, odt, txt, md, json

    var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .txt: "text/plain; charset=utf-8"
        case .md: "text/markdown; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// Whether it is laid out for a sheet of a certain size.
    var isOnPaper: Bool { [.pdf, .docx, .odt].contains(self) }

    /// Whether most people take it.
    var isUsual: Bool { [.pdf, .docx].contains(self) }

    /// Whether a browser shows it; the others are for another program.
    var isShown: Bool { ![.docx, .odt].contains(self) }
}
