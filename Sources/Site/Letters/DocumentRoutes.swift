import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The documents of an output: the case sheet, the letter of one language, all letters; each in every form, from one value.
struct DocumentRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get("documents/:reference/:ordinal/:language/:file", use: show)
    }

    @Sendable func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: visitor.parameters.get("language"))
        let wanted = try WantedDocument(request, visitor, for: reader)
        let key = PageKey(section: reader.section.code.rawValue, address: wanted.address, day: reader.today.text)
        let page = try await site.cache.page(key) {
            let fresh = try await site.database.read { db in try db.freshness(of: wanted.reference) }
            return Stamp("\(fresh.revision)")
        } render: {
            try await rendered(wanted, reader)
        }
        return page.response(to: request)
    }

    private func rendered(_ wanted: WantedDocument, _ reader: Reader) async throws -> RenderedPage {
        let view = try await site.view(of: wanted.reference, ordinal: wanted.ordinal, for: reader)
        guard let document = CaseSheet(wanted.sheet, of: view, in: wanted.language, origins: site.origins) else { throw NotPublishedHere() }
        if wanted.sheet != .sheet && !view.isOpen { throw LettersClosed(reference: wanted.reference) }
        let bytes = try await document.bytes(wanted.format, paper: wanted.paper, press: site.press)
        site.sizes.note(bytes.count, of: document, at: wanted.address)
        return RenderedPage(
            bytes: bytes, contentType: wanted.format.contentType, language: document.language.rawValue,
            headers: [.contentDisposition: "\(wanted.format.isShown ? "inline" : "attachment"); filename=\"\(wanted.fileName)\""])
    }
}

/// The output offers no letter any more; its page says why.
struct LettersClosed: Refusal {
    let reference: Reference
    let kind = RefusalKind.conflict
    let message = Message("error.409_letters_title")
}

/// What an address of a document asks for. Throws `NotPublishedHere` for anything that is none.
private struct WantedDocument {
    let reference: Reference
    let ordinal: Int
    let language: Language
    let sheet: Sheet
    let format: SheetFormat
    let paper: PaperSize

    init(_ request: Request, _ visitor: Visitor, for reader: Reader) throws {
        reference = try visitor.reference()
        ordinal = try visitor.number("ordinal", in: 1...999)
        language = Language(rawValue: visitor.parameters.get("language") ?? "")
        let parts = (visitor.parameters.get("file") ?? "").split(separator: ".")
        guard parts.count == 2, let sheet = Sheet(rawValue: String(parts[0])), let format = SheetFormat(rawValue: String(parts[1])) else {
            throw NotPublishedHere()
        }
        (self.sheet, self.format) = (sheet, format)
        guard let asked = request.query["paper"] else {
            paper = .usual(in: reader.section.country)
            return
        }
        guard let paper = PaperSize(rawValue: asked) else { throw NotPublishedHere() }
        self.paper = paper
    }

    /// One address for one document, however it was asked for.
    var address: String { Links.document(reference, ordinal, language, sheet, format, paper: format.isOnPaper ? paper : nil) }

    /// By the number of the case: nobody's name stands in a list of files.
    var fileName: String { "\(reference.slug)-\(ordinal)-\(sheet.rawValue)-\(language.rawValue).\(format.rawValue)" }
}
