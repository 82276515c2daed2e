import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// A draft as its readers will have it: the page in frames as wide as a phone and a desk, the mail, the documents. For staff of the section
/// alone, and kept by nobody.
struct PreviewRoutes: Sendable {
    let parts: AuthoringShell

    func add(to router: Router<Visitor>) {
        let shell = parts.shell
        router.get("desk/actions/:reference/outputs/:ordinal/preview", use: shell.answer(.write, show))
        router.get("desk/actions/:reference/outputs/:ordinal/preview/page", use: shell.answer(.write, page))
        router.get("desk/actions/:reference/outputs/:ordinal/preview/:file", use: shell.answer(.write, document))
    }

    /// The reader whom it is shown to: of the desk's section, in the language that was asked for.
    private func reader(_ asked: DeskShell.Asked) -> Reader {
        let wanted = asked.request.query["language"].map { Language($0) }.flatMap { asked.reader.section.languages.contains($0) ? $0 : nil }
        return parts.shell.site.reader(asked.reader.section, accepting: wanted?.rawValue ?? asked.reader.language.rawValue)
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, shown = self.reader(asked), (place, opened) = try await parts.opened(asked), output = opened.place.output
        let site = parts.shell.site, title = reader.text("desk.authoring_preview_of", ["reference": reader.printed(place.reference)])
        let section = site.sections[reader.section.code] ?? reader.section, origins = site.origins
        let mail = WriteAlertPreview(catalogue: site.catalogue) { origins.origin(of: $0) }(opened, for: section, in: shown.language)
        func file(_ sheet: Sheet, _ format: SheetFormat, _ language: Language) -> PreviewPage.File {
            PreviewPage.File(
                fileLabel: reader.text(
                    "desk.authoring_file_\(sheet.rawValue)", ["language": reader.name(of: language), "format": format == .pdf ? "PDF" : "Word"]),
                filePath: AuthoringLinks.document(place.reference, place.ordinal, sheet, format, language))
        }
        let formats: [SheetFormat] = site.press.canMakePDF ? [.pdf, .docx] : [.docx]
        let files = formats.flatMap { format in
            output.texts.map { file(.sheet, format, $0.language) } + output.letters.map { file(.letter, format, $0.language) }
        }
        let page = PreviewPage(
            title: title, backPath: AuthoringLinks.editor(place.reference, place.ordinal),
            languages: reader.section.languages.map {
                PreviewPage.Tab(
                    tabLabel: reader.name(of: $0), tabPath: AuthoringLinks.preview(place.reference, place.ordinal, $0),
                    isCurrent: $0 == shown.language)
            },
            framePath: AuthoringLinks.framed(place.reference, place.ordinal, shown.language), mail: mail, files: files,
            layout: parts.shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try parts.shell.page(page, reader)
    }

    /// The very page that readers will get, made from the draft. It may stand in a frame of ours, and its forms go nowhere.
    @Sendable private func page(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = reader(asked), (_, opened) = try await parts.opened(asked), site = parts.shell.site
        let view = try await parts.view(opened, for: reader)
        let layout = site.layout(Place(path: view.path, title: view.headline, isPrivate: true, nav: .actions), for: reader)
        let page = ActionPage(view, layout: layout, sections: site.sections, documents: site.documents)
        var response = try parts.shell.page(page, reader)
        response.headers[.contentSecurityPolicy] =
            "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        return response
    }

    @Sendable private func document(_ asked: DeskShell.Asked) async throws -> Response {
        let (_, opened) = try await parts.opened(asked), site = parts.shell.site
        let pieces = try asked.parameter("file").split(separator: ".").map(String.init)
        guard pieces.count == 2, let sheet = Sheet(rawValue: pieces[0]), let format = SheetFormat(rawValue: pieces[1]) else {
            throw ManuscriptRefusal.nothingThere
        }
        let language = Language(asked.request.query["language"] ?? "en"), reader = site.reader(asked.reader.section, accepting: language.rawValue)
        let view = try await parts.view(opened, for: reader)
        guard let document = CaseSheet(sheet, of: view, in: language, origins: site.origins) else { throw ManuscriptRefusal.nothingThere }
        let bytes = try await document.bytes(format, paper: .usual(in: reader.section.country), press: site.press)
        let name = "\(opened.place.action.reference.slug)-\(opened.place.output.ordinal)-\(sheet.rawValue)-draft.\(format.rawValue)"
        return Response(
            status: .ok,
            headers: [
                .contentType: format.contentType, .cacheControl: Caching.never.directive,
                .contentDisposition: "\(format.isShown ? "inline" : "attachment"); filename=\"\(name)\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
