import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Writing a letter. What is typed goes into the answer and nowhere else: no row, no log line, no cache.
struct LetterRoutes: Sendable {
    let site: SiteParts
    let desk: WritingDesk

    func add(to router: Router<Visitor>) {
        router.get(":language/actions/:reference/write", use: new)
        router.get(":language/actions/:reference/:ordinal/write", use: newest)
        router.post(":language/actions/:reference/letters", use: create)
    }

    @Sendable func new(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), view = try await site.view(of: visitor.reference(), for: reader)
        if view.isOpen, !LetterChoice.unknowns(in: request.query, view, at: desk).isEmpty { throw NotFound(query: "") }
        guard view.isOpen, let choice = LetterChoice(view, request.query, at: desk), let written = written(view, choice) else {
            return .redirect(to: view.path(in: reader.language), type: .normal)
        }
        // Nobody has typed anything into this one, so that packing it gives nothing away.
        let page = RenderedPage(try site.views.render(self.page(written)), language: reader.language.rawValue)
        return Representation(page, caching: .never).response(to: request)
    }

    /// Only the newest output takes letters: the address of an older one leads to it.
    @Sendable func newest(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), ordinal = try visitor.number("ordinal", in: 1...999)
        let view = try await site.view(of: visitor.reference(), ordinal: ordinal, for: reader)
        return .redirect(to: Links.write(view.action.reference, reader.language), type: .normal)
    }

    @Sendable func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), view = try await site.view(of: visitor.reference(), for: reader)
        let form = try await FormBody.read(request)
        guard view.isOpen, var choice = LetterChoice(view, form, at: desk), written(view, choice) != nil else {
            return .redirect(to: view.path(in: reader.language), type: .normal)
        }
        var problems = LetterChoice.unknowns(in: form, view, at: desk)
        do { try choice.take(form, view) } catch { problems.add(error) }
        guard let written = written(view, choice) else { return .redirect(to: view.path(in: reader.language), type: .normal) }
        if !problems.isEmpty { return try self.form(written, problems, status: .unprocessableContent) }
        if form["again"] != nil { return try self.form(written, isChecked: true) }
        if let papers = LetterPapers(written, form, words: site.catalogue[choice.model.language]) {
            return .pdf(try await site.press.pdf(papers.html.text), named: "\(view.action.reference.slug)-\(papers.name).pdf")
        }
        return try file(form, written) ?? result(written)
    }

    private func written(_ view: ActionView, _ choice: LetterChoice) -> WrittenLetters? {
        WrittenLetters(view, choice, at: desk, date: site.dayWordings[choice.model.language, view.reader.section.country])
    }

    private func form(
        _ written: WrittenLetters, _ problems: FormProblems = FormProblems(), isChecked: Bool = false, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let page = page(written, problems, isChecked: isChecked)
        return .html(try site.views.render(page), status: status, language: written.reader.language.rawValue)
    }

    /// - Parameter isChecked: whether the writer asked for advice; a form that nobody has touched needs none.
    private func page(_ written: WrittenLetters, _ problems: FormProblems = FormProblems(), isChecked: Bool = false) -> WritePage {
        var layout = layout(written, "write.page_title")
        layout.offline = OfflinePart(written.view, site)
        return WritePage(written, isChecked: isChecked, problems: problems, script: site.assets.path("draft.js"), layout: layout)
    }

    private func file(_ form: FormBody, _ written: WrittenLetters) -> Response? {
        let slug = written.view.action.reference.slug
        switch form["format"] {
        case "docx" where written.choice.way == .post: return .word(LetterPaper.word(LetterPapers.letters(written, form)), named: "\(slug).docx")
        case "txt": return .download(written.ones.map(\.letter.plainText).joined(separator: "\n\n"), named: "\(slug).txt")
        case "eml" where written.choice.way == .email: return .download(MailPart.message(written).text, named: "\(slug).eml", type: "message/rfc822")
        default: return nil
        }
    }

    private func result(_ written: WrittenLetters) throws -> Response {
        let layout = layout(written, "letter.page_title"), frame = LetterFrame(written, script: site.assets.path("copy.js"))
        let origin = site.origins.origin(of: written.reader.section)
        let html =
            switch written.choice.way {
            case .post: try site.views.render(PostPage(written, frame, layout, canPrint: site.press.canMakePDF))
            case .email: try site.views.render(MailPage(written, frame, layout, asking: desk.words))
            case .fax: try site.views.render(FaxPage(written, frame, layout, canPrint: site.press.canMakePDF))
            case .phone: try site.views.render(PhonePage(written, frame, layout, at: desk, now: site.world.now()))
            case .x, .bluesky, .mastodon, .threads, .instagram, .facebook:
                try site.views.render(NetworkPage(written, frame, layout, origin: origin))
            case .whatsapp, .telegram, .signal: try site.views.render(MessengerPage(written, frame, layout))
            case .contactForm: try site.views.render(ContactFormPage(written, frame, layout))
            case .solidarity: try site.views.render(SolidarityPage(written, frame, layout, canPrint: site.press.canMakePDF))
            }
        return .html(html, language: written.reader.language.rawValue)
    }

    private func layout(_ written: WrittenLetters, _ title: String) -> Layout {
        let reader = written.reader, reference = written.view.action.reference
        let place = Place(
            path: { Links.write(reference, $0) }, title: reader.text(title, ["reference": written.view.reference]), isPrivate: true)
        return site.layout(place, for: reader)
    }
}

extension Response {
    /// A file to keep, made for one visitor.
    static func download(_ text: String, named name: String, type: String? = nil) -> Response {
        var response = Response.text(text)
        if let type { response.headers[.contentType] = type }
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// A paper to keep, made for one visitor.
    static func pdf(_ bytes: [UInt8], named name: String) -> Response { file(bytes, .pdf, named: name) }

    /// A Word file to keep, made for one visitor.
    static func word(_ bytes: [UInt8], named name: String) -> Response { file(bytes, .docx, named: name) }

    private static func file(_ bytes: [UInt8], _ format: SheetFormat, named name: String) -> Response {
        let fields: HTTPFields = [
            .contentType: format.contentType, .cacheControl: Caching.never.directive, .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
        return Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
