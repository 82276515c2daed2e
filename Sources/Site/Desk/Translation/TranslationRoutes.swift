import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// One language of an output: translate, have it checked, hand it to other programs and take it back.
struct TranslationRoutes: Sendable {
    let shell: DeskShell
    private let translate: TranslateOutput
    private let exchange: ExchangeTranslation
    private static let path = "desk/actions/:reference/outputs/:ordinal/translation/:language"

    init(shell: DeskShell) {
        self.shell = shell
        translate = TranslateOutput(database: shell.site.database, world: shell.site.world)
        exchange = ExchangeTranslation(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get(RouterPath(Self.path), use: shell.answer(.write) { try await page($0) })
        router.post(RouterPath(Self.path), use: shell.answer(.write, save))
        router.post(RouterPath(Self.path + "/check"), use: shell.answer(.release, needsCode: true, check))
        router.get(RouterPath(Self.path + "/xliff"), use: shell.answer(.write, download))
        router.post(RouterPath(Self.path + "/xliff"), use: shell.answer(.write, upload))
    }

    @Sendable private func save(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try asked.translationPlace(), form = try await FormBody.read(asked.request, within: DraftForm.bounds)
        let translation = try await translation(asked, place)
        let typed = TranslationForm(form, translation).typed
        let collisions = try await translate.save(typed, at: translation.place(place), by: asked.at.member.id)
        if let used = form["use"] { try await use(used, translation, asked, place) }
        guard collisions.isEmpty else { return try await page(asked, .collisions(typed.filter { collisions.contains($0.key) }), status: .conflict) }
        let anchor = form["use"].flatMap { $0.split(separator: "|").first }.map { "#" + TranslationItem.id(String($0)) } ?? ""
        return .redirect(to: TranslationLinks.translation(place) + anchor, type: .normal)
    }

    /// Takes what was translated before, by its place among the matches: "lead|0".
    private func use(_ word: String, _ translation: Translation, _ asked: DeskShell.Asked, _ place: TranslationPlace) async throws {
        let parts = word.split(separator: "|"), section = asked.reader.section.code
        guard parts.count == 2, let number = Int(parts[1]), let item = translation.items.first(where: { $0.piece.id == parts[0] }) else { return }
        let matches = try await shell.site.database.read { db in try db.memory(for: translation, in: section) }.matches(item.piece.words)
        guard matches.indices.contains(number) else { return }
        try await translate.save(
            [item.piece.id: .init(target: matches[number].target)], at: translation.place(place), by: asked.at.member.id)
    }

    @Sendable private func check(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try asked.translationPlace()
        do {
            try await translate.check(place, by: asked.at.member.id)
        } catch let refusal as TranslationRefusal {
            return try await page(asked, .refused(refusal.message), status: refusal.kind.status)
        }
        return .redirect(to: TranslationLinks.translation(place), type: .normal)
    }

    @Sendable private func download(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try asked.translationPlace()
        guard let version = TranslationFile.Version(rawValue: asked.request.query["version"] ?? "2.1") else { throw NotPublishedHere() }
        let text = try await exchange.file(place, version)
        let name = "\(place.reference.slug)-\(place.ordinal)-\(place.language.rawValue).xlf"
        return .download(text, named: name, type: version == .one ? "application/x-xliff+xml; charset=utf-8" : "application/xliff+xml; charset=utf-8")
    }

    @Sendable private func upload(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try asked.translationPlace()
        do {
            let body = try await MultipartBody.read(asked.request, within: MultipartBody.Bounds(bytes: XLIFFReader.mostBytes + 10_000))
            guard let file = body.files.first else { return .redirect(to: TranslationLinks.translation(place), type: .normal) }
            let taken = try await exchange.take(file.bytes, at: place, by: asked.at.member.id)
            return try await page(asked, .taken(taken))
        } catch let refusal as TranslationRefusal {
            return try await page(asked, .refused(refusal.message), status: refusal.kind.status)
        } catch FormRefusal.tooLarge {
            return try await page(asked, .refused(Message("desk.translation_file_too_large")), status: .contentTooLarge)
        }
    }

    private func translation(_ asked: DeskShell.Asked, _ place: TranslationPlace) async throws -> Translation {
        try await shell.site.database.read { db in try db.translation(place) }
    }

    private func page(_ asked: DeskShell.Asked, _ news: TranslationPage.News? = nil, status: HTTPResponse.Status = .ok) async throws -> Response {
        let place = try asked.translationPlace(), reader = asked.reader
        let (translation, memory, names) = try await shell.site.database.read { db in
            let translation = try db.translation(place)
            let members = [translation.row?.translatedBy, translation.row?.checkedBy].compactMap { $0 }
            let names = Dictionary(try members.map { ($0, try db.colleague($0)) }, uniquingKeysWith: { first, _ in first })
            return (translation, try db.memory(for: translation, in: place.section), names)
        }
        let mayCheck = asked.at.member.duties.allow(.release, in: reader.section.code)
        let title = reader.text(
            "desk.translation_title",
            [
                "reference": reader.printed(place.reference), "ordinal": String(place.ordinal), "source": reader.name(of: translation.source),
                "language": reader.name(of: place.language),
            ])
        let page = TranslationPage(
            translation, place, memory, names: names, news, mayCheck: mayCheck, title: title,
            layout: shell.layout(title, asked, at: DeskLinks.actions), for: reader)
        return try shell.page(page, reader, status)
    }
}

extension DeskShell.Asked {
    /// The output and the language in the address.
    fileprivate func translationPlace() throws -> TranslationPlace {
        guard let ordinal = visitor.parameters.get("ordinal").flatMap({ Int($0) }), ordinal > 0 else { throw NotPublishedHere() }
        return TranslationPlace(
            reference: try reference(), ordinal: ordinal, language: Language(try parameter("language")), section: reader.section.code,
            from: request.query["from"].map { Language($0) })
    }
}

extension Translation {
    /// The same place, from the language that the page showed.
    func place(_ place: TranslationPlace) -> TranslationPlace {
        var place = place
        place.from = source
        return place
    }
}
