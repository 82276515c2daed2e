import Campaign
import Documents
import Storage

/// Makes the overview.
struct EditorMaking {
    let parts: AuthoringShell
    let asked: DeskShell.Asked
    let place: AuthoringShell.Place
    let opened: OpenedManuscript

    private var reader: Reader { asked.reader }
    private var manuscript: Manuscript { opened.manuscript }
    private var isOpen: Bool { manuscript.state != .cancelled }

    func page() async throws -> EditorPage {
        let names = try await parts.names(asked), output = opened.place.output, text = output.text(in: reader.languages)
        let title = "\(reader.printed(place.reference)) · \(reader.text("kind.\(output.kind.rawValue)"))"
        let warnings = WarningParts(reader, place).all(parts.warnings(opened, reader)),
            gauges = try await Gauges(parts: parts, opened: opened, reader: reader).all()
        return EditorPage(
            layout: parts.shell.layout(title, asked, at: DeskLinks.actions), t: reader.words.plainTexts, title: title, headline: text?.headline,
            headlineLang: text?.language.rawValue,
            stateText: reader.text(
                "desk.authoring_state_line",
                [
                    "state": reader.text("desk.authoring_state_\(manuscript.state.rawValue)"), "n": String(manuscript.revision),
                    "name": names[manuscript.writtenBy], "time": reader.moment(manuscript.writtenAt),
                ]),
            isGrave: manuscript.state == .cancelled || manuscript.isEmergency, notes: notes(names),
            previewPath: AuthoringLinks.preview(place.reference, place.ordinal), historyPath: AuthoringLinks.history(place.reference, place.ordinal),
            actionPath: DeskLinks.action(place.reference), groups: groups + (try await translations()),
            addresseesNote: opened.content.addressees.isEmpty ? reader.text("desk.authoring_addressees_none") : nil,
            addressees: addressees, addForms: isOpen ? try await addForms() : [], warnings: warnings, hasWarnings: !warnings.isEmpty, gauges: gauges,
            hasGauges: !gauges.isEmpty, forms: try await StageForms(parts: parts, asked: asked, place: place, opened: opened).all())
    }

    private func notes(_ names: StaffNames) -> [String] {
        var notes: [String] = []
        if let by = manuscript.approvedBy, let at = manuscript.approvedAt {
            notes.append(
                reader.text(
                    manuscript.isEmergency ? "desk.authoring_emergency_by" : "desk.authoring_approved_by",
                    ["name": names[by], "time": reader.moment(at)]))
        }
        if let moment = manuscript.scheduledFor, manuscript.state == .scheduled {
            notes.append(reader.text("desk.authoring_scheduled_for", ["time": reader.moment(moment)]))
        }
        if let moment = manuscript.embargoUntil { notes.append(reader.text("desk.authoring_embargo_until", ["time": reader.moment(moment)])) }
        if let reason = manuscript.reason { notes.append(reader.text("desk.authoring_cancelled_because", ["reason": reason])) }
        if let hold = manuscript.hold(besides: asked.at.member.id, at: parts.shell.site.world.now()) {
            notes.append(reader.text("desk.authoring_held", ["name": names[hold.by], "time": reader.moment(hold.since)]))
        }
        return notes
    }

    private var groups: [EditorPage.PartGroup] {
        let all = ManuscriptParts(opened, reader)
        return [
            ("desk.authoring_group_case", [.facts]), ("desk.authoring_group_texts", all.texts), ("desk.authoring_group_letters", all.letters),
            ("desk.authoring_group_words", all.words), ("desk.authoring_group_posts", [.posts]),
        ].map { key, members in EditorPage.PartGroup(groupHeading: reader.text(key), links: members.map(link)) }
    }

    /// The other languages side by side with the first, once there are words to translate.
    private func translations() async throws -> [EditorPage.PartGroup] {
        let output = opened.place.output, section = reader.section
        guard isOpen, !output.texts.isEmpty else { return [] }
        let languages = try await parts.shell.site.database.read { db in
            try db.translations(of: output, place.reference, in: place.section, languages: section.languages)
        }
        guard !languages.isEmpty else { return [] }
        let links = languages.map { one in
            EditorPage.PartLink(
                partLabel: "\(reader.name(of: one.source)) → \(reader.name(of: one.language))",
                partPath: TranslationLinks.translation(place.reference, place.ordinal, one.language),
                partState: TranslationState(one, [:]).sentence(reader), isEmpty: false)
        }
        return [EditorPage.PartGroup(groupHeading: reader.text("desk.authoring_group_translations"), links: links)]
    }

    private func link(_ part: ManuscriptPart) -> EditorPage.PartLink {
        let isEmpty = !opened.content.has(part)
        let label = part.language.map { reader.name(of: $0) } ?? part.title(opened.content, reader)
        return EditorPage.PartLink(
            partLabel: label, partPath: AuthoringLinks.part(place.reference, place.ordinal, part),
            partState: isEmpty ? reader.text("desk.authoring_part_empty") : summary(part),
            isEmpty: isEmpty)
    }

    /// A word on what is there.
    private func summary(_ part: ManuscriptPart) -> String {
        let content = opened.content
        switch part {
        case .facts:
            return [content[part, "index_code"], Day(content[part, "act_until"]).map(reader.days.long) ?? ""].filter { !$0.isEmpty }.joined(
                separator: " · ")
        case .text: return short(content[part, "headline"])
        case .letter: return short(content[part, "body"])
        case .words: return short(content[part, "instructions"])
        case .posts: return short(content[part, "1"])
        case .addressee: return reader.text("desk.authoring_role_\(content[part, "role"])")
        }
    }

    private func short(_ text: String) -> String { text.count > 80 ? text.prefix(79) + "…" : text }

    private var addressees: [EditorPage.AddresseeRow] {
        opened.content.addressees.map { id in
            let part = ManuscriptPart.addressee(id)
            return EditorPage.AddresseeRow(
                partLabel: part.title(opened.content, reader), partPath: AuthoringLinks.part(place.reference, place.ordinal, part),
                partState: summary(part), changePath: AuthoringLinks.addressees(place.reference, place.ordinal), addresseeID: id, isMovable: isOpen)
        }
    }

    /// Somebody of the register, or by the office alone.
    private func addForms() async throws -> [DeskForm] {
        let countries = Set(opened.place.action.countries), home = reader.section.country.flatMap { Country($0) }
        let register = try await parts.shell.site.database.read { db in try db.register() }.officials.values.sorted { $0.key < $1.key }
        let fitting = register.filter { official in
            countries.contains(official.facts.country) && (official.facts.seat.map { $0.receiving == home } ?? true)
        }
        let path = AuthoringLinks.addressees(place.reference, place.ordinal)
        func role(_ id: String) -> DeskForm.Field {
            .list(
                "role", reader.text("desk.authoring_field_role"), id: id, ["target", "copy"].map { ($0, reader.text("desk.authoring_role_\($0)")) },
                chosen: "target")
        }
        let fromRegister = DeskForm(
            to: path, reader.text("desk.authoring_add"), heading: reader.text("desk.authoring_add_official"),
            fields: [
                .list(
                    "official", reader.text("desk.authoring_official"),
                    fitting.map { official in
                        (
                            official.key,
                            [official.holder(on: reader.today)?.name, official.facts.titles.text(in: reader.languages)].compactMap { $0 }.joined(
                                separator: ", ")
                        )
                    }, chosen: nil), role("role-official"),
            ])
        let byOffice = DeskForm(
            to: path, reader.text("desk.authoring_add"), heading: reader.text("desk.authoring_add_office"),
            fields: [.init("office", reader.text("desk.authoring_field_office")), role("role-office")])
        return (fitting.isEmpty ? [] : [fromRegister]) + [byOffice]
    }
}
