import Campaign
import Documents
import Storage

/// Makes the page of one part.
struct PartMaking {
    let parts: AuthoringShell
    let asked: DeskShell.Asked
    let place: AuthoringShell.Place
    let opened: OpenedManuscript

    private var reader: Reader { asked.reader }

    /// - Parameters:
    ///   - typed: what was sent and not taken.
    ///   - since: the revision that began from.
    func page(_ part: ManuscriptPart, typed: [String: String]?, since: Int?, _ problems: FormProblems) async throws -> PartPage {
        let title = part.title(opened.content, reader), all = ManuscriptParts(opened, reader).all
        let hold = opened.manuscript.hold(besides: asked.at.member.id, at: parts.shell.site.world.now())
        let name = try await hold.asyncMap { try await parts.names(asked)[$0.by] }
        let next = all.firstIndex(of: part).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
        let warnings = WarningParts(reader, place).all(parts.warnings(opened, reader).filter { $0.part == part })
        let gauges = part == .posts || part.isLetter ? try await Gauges(parts: parts, opened: opened, reader: reader).all(part) : []
        return PartPage(
            layout: parts.shell.layout(title, asked, at: DeskLinks.actions), t: reader.words.plainTexts, title: title,
            caseTitle: "\(reader.printed(place.reference)) · \(reader.text("kind.\(opened.place.output.kind.rawValue)"))",
            editorPath: AuthoringLinks.editor(place.reference, place.ordinal),
            steps: all.map {
                PartPage.Step(
                    stepLabel: $0.title(opened.content, reader), stepPath: AuthoringLinks.part(place.reference, place.ordinal, $0),
                    isCurrent: $0 == part)
            },
            holdNote: hold.flatMap { hold in name.map { reader.text("desk.authoring_held", ["name": $0, "time": reader.moment(hold.since)]) } },
            holdPath: AuthoringLinks.hold(place.reference, place.ordinal), isHeld: hold != nil && typed == nil, partSlug: part.slug,
            savedNote: asked.request.query["saved"] == nil ? nil : reader.text("desk.authoring_saved"),
            hasProblems: !problems.isEmpty, problemsTitle: problems.isEmpty ? nil : reader.text("my.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words).map(\.ofEditField),
            formPath: AuthoringLinks.part(place.reference, place.ordinal, part), since: String(since ?? opened.manuscript.revision),
            groups: EditGroups(reader: reader, place: opened.place, problems: problems).groups(part, typed ?? opened.content.typed(part)),
            saveNext: next?.slug, script: parts.shell.site.assets.path("edit.js"), keptNote: reader.text("desk.authoring_kept"),
            warnings: warnings, hasWarnings: !warnings.isEmpty, gauges: gauges, hasGauges: !gauges.isEmpty)
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T) async throws -> T? {
        guard let self else { return nil }
        return try await body(self)
    }
}

extension ManuscriptPart {
    var isLetter: Bool {
        if case .letter = self { true } else { false }
    }
}

/// The parts of a case, in the order in which they are written.
struct ManuscriptParts {
    let texts: [ManuscriptPart]
    let letters: [ManuscriptPart]
    let addressees: [ManuscriptPart]
    let words: [ManuscriptPart]

    init(_ opened: OpenedManuscript, _ reader: Reader) {
        let content = opened.content, own = reader.section.languages
        func with(_ written: [Language], _ more: [Language] = []) -> [Language] {
            (more + own + written).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
        texts = with(content.languages(ManuscriptPart.text)).map(ManuscriptPart.text)
        letters =
            opened.place.output.kind.asksForLetters
            ? with(content.languages(ManuscriptPart.letter), opened.place.output.preferredLanguages).map(ManuscriptPart.letter)
            : content.languages(ManuscriptPart.letter).map(ManuscriptPart.letter)
        addressees = content.addressees.map(ManuscriptPart.addressee)
        words = with(content.languages(ManuscriptPart.words)).map(ManuscriptPart.words)
    }

    var all: [ManuscriptPart] { [.facts] + texts + letters + addressees + words + [.posts] }
}
