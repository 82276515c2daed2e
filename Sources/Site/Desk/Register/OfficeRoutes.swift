import Campaign
import Documents
import Hummingbird
import Storage

/// One office or mission: what is known of it, whom it has had, how it is reached, and what was entered when.
struct OfficeRoutes: Sendable {
    let shell: DeskShell
    let register: RegisterOperations

    func add(to router: Router<Visitor>) {
        router.get("desk/officials/:key", use: shell.answer(.look) { try await show($0, FormBody(), FormProblems()) })
        router.post("desk/officials/:key", use: shell.answer(.keepRegister, change))
        router.post("desk/officials/:key/contacts", use: shell.answer(.keepRegister, enterContact))
        router.post("desk/officials/:key/check", use: shell.answer(.keepRegister, check))
        router.post("desk/officials/:key/holder", use: shell.answer(.keepRegister, changeHolder))
        router.post("desk/office-tasks", use: shell.answer(.release, answerTask))
    }

    private func show(_ asked: DeskShell.Asked, _ typed: FormBody, _ problems: FormProblems, notice: String? = nil) async throws -> Response {
        let reader = asked.reader, official = try await official(asked), key = official.key
        let changes = try await shell.site.database.read { db in (try db.registerChanges(of: key, limit: 100), try db.staffMembers()) }
        let title = official.facts.titles.text(in: reader.languages) ?? key
        let mayKeep = asked.at.member.duties.allow(.keepRegister, in: reader.section.code), fields = OfficeFields(reader, typed, problems)
        let page = RoomPage(
            title: title, intro: [intro(official, reader)], problems: problems, notice: notice,
            tables: [contacts(official, reader, mayKeep: mayKeep), holders(official, reader), history(changes.0, changes.1, reader)],
            forms: mayKeep ? [fields.holder(of: official), fields.contact(of: official), fields.facts(official)] : [],
            layout: shell.layout(title, asked, at: official.facts.seat == nil ? RegisterLinks.officials : RegisterLinks.missions), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func change(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), official = try await official(asked)
        var fields = form.fields.filter { $0.name.hasPrefix("title_") || ["rank", "valid_to", "note"].contains($0.name) }
        let country = FormBody.Field(name: "country", value: official.facts.country.code)
        fields.append(country)
        if let seat = official.facts.seat {
            fields += [.init(name: "receiving", value: seat.receiving.code), .init(name: "mission_kind", value: seat.kind.rawValue)]
            if let from = seat.accreditedFrom { fields.append(.init(name: "accredited_from", value: from.code)) }
        }
        return try await take(
            FormBody(fields), official.facts.seat == nil ? "office" : "mission", asked, isChecked: form["checked"] != nil, at: "note")
    }

    @Sendable private func enterContact(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        var fields = form.fields.filter { ["channel", "place", "state", "note"].contains($0.name) }
        if form["state"]?.isEmpty == false { fields.append(.init(name: "state_on", value: asked.reader.today.text)) }
        return try await take(FormBody(fields), "contact", asked, isChecked: true, at: "place")
    }

    /// "I looked today, and it is still so."
    @Sendable private func check(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        return try await take(
            FormBody(form.fields.filter { ["channel", "place"].contains($0.name) }), "contact", asked, isChecked: true, at: "place")
    }

    private func take(_ form: FormBody, _ kind: String, _ asked: DeskShell.Asked, isChecked: Bool, at field: String) async throws -> Response {
        let official = try await official(asked)
        let table = OfficeFields.table(form, kind: kind, key: official.key, today: asked.reader.today, by: asked.at.member.name, isChecked: isChecked)
        let result = try await register.take(table, source: "desk", by: asked.at.member.id.text)
        if let problem = result.problems.first { return try await show(asked, form, FormProblems(field, problem.message)) }
        return .redirect(to: RegisterLinks.office(official.key), type: .normal)
    }

    @Sendable private func changeHolder(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), official = try await official(asked), reader = asked.reader
        let salutations = Dictionary(
            reader.languages.compactMap { language in
                form["salutation_\(language.rawValue)"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : (language, $0) }
            }, uniquingKeysWith: { first, _ in first })
        let new = ChangeHolder.NewHolder(
            name: form["name"] ?? "", honorific: form["honorific"] ?? "", salutations: salutations, since: form["since"] ?? "")
        do {
            let count = try await register.change(
                new, of: official.key, today: reader.today, by: asked.at.member.id.text, called: asked.at.member.name)
            return try await show(asked, FormBody(), FormProblems(), notice: reader.count("desk.holder_done", count))
        } catch let refusal as RegisterRefusal {
            return try await show(asked, form, FormProblems("name", refusal.message))
        }
    }

    @Sendable private func answerTask(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form()
        guard let answer = OfficeTask.Answer(rawValue: form["answer"] ?? "") else { throw RegisterRefusal.taskOver }
        try await register.answer(OfficeTask.ID(form["task"] ?? ""), answer, at: asked.reader.section.code, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.today, type: .normal)
    }

    private func official(_ asked: DeskShell.Asked) async throws -> Official {
        let key = try asked.parameter("key")
        guard let official = try await shell.site.database.read({ db in try db.official(key) }) else { throw RegisterRefusal.unknownKey(key) }
        return official
    }

    private func intro(_ official: Official, _ reader: Reader) -> String {
        let facts = official.facts, country = facts.country.name(in: reader.language)
        let place = facts.seat.map { "\(country) → \($0.receiving.name(in: reader.language))" } ?? country
        let checked = facts.checkedOn.map { reader.text("desk.register_checked", ["date": reader.days.long($0), "name": facts.checkedBy ?? "–"]) }
        return [place, official.key, checked ?? reader.text("desk.checking_overdue")].joined(separator: " · ")
    }
}

/// The tables of an office.
extension OfficeRoutes {
    private func contacts(_ official: Official, _ reader: Reader, mayKeep: Bool) -> DeskTable {
        DeskTable(
            reader.text("desk.contacts_title"),
            columns: ["desk.contact_channel", "desk.contact_place", "desk.column_state", "desk.contact_checked", "desk.column_do"].map {
                reader.text($0)
            },
            rows: official.contacts.map { contact in
                let checking = Checking(contact.checkedOn, on: reader.today)
                let said = contact.state.map { reader.text("desk.contact_\($0.rawValue)") } ?? "–"
                let checked = contact.checkedOn.map { "\(reader.days.long($0)) · \(reader.text("desk.checking_\(checking.rawValue)"))" }
                let button = DeskForm(
                    to: RegisterLinks.check(official.key), reader.text("desk.contact_check"),
                    hidden: [
                        HiddenField(fieldName: "channel", fieldValue: contact.channel.rawValue),
                        HiddenField(fieldName: "place", fieldValue: contact.place),
                    ])
                return [
                    .init(reader.text("channel.\(contact.channel.rawValue)")), .init(contact.place), .init(said, isLoud: !contact.isUsable),
                    .init(checked ?? reader.text("desk.checking_overdue"), isLoud: checking == .overdue), .init("", buttons: mayKeep ? [button] : []),
                ]
            }, empty: reader.text("desk.contacts_none"))
    }

    private func holders(_ official: Official, _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.holders_title"),
            columns: ["desk.register_holder", "desk.holder_since", "desk.holder_until", "desk.contact_checked"].map { reader.text($0) },
            rows: official.holders.sorted { ($0.heldFrom?.text ?? "") > ($1.heldFrom?.text ?? "") }.map { holder in
                [
                    .init([holder.honorific, holder.name].compactMap { $0 }.joined(separator: " ")),
                    .init(holder.heldFrom.map(reader.days.long) ?? "–"),
                    .init(holder.heldUntil.map(reader.days.long) ?? "–"), .init(holder.checkedOn.map(reader.days.long) ?? "–"),
                ]
            }, empty: reader.text("desk.holders_none"))
    }

    private func history(_ changes: [RegisterChange], _ staff: [StaffMember], _ reader: Reader) -> DeskTable {
        let names = Dictionary(staff.map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
        return DeskTable(
            reader.text("desk.register_history"),
            columns: ["desk.log_when", "desk.log_what", "desk.log_subject", "desk.log_who"].map { reader.text($0) },
            rows: changes.map { change in
                [
                    .init(reader.moment(change.at)), .init("\(reader.text("desk.register_\(change.kind.rawValue)")) · \(change.version)"),
                    .init(change.what),
                    .init("\(names[change.by] ?? change.by) · \(change.source)"),
                ]
            }, empty: "–")
    }
}

extension DeskTable {
    /// What is to be looked at since offices changed hands.
    static func officeTasks(_ tasks: [OfficeTask], _ reader: Reader, mayAnswer: Bool) -> DeskTable {
        DeskTable(
            reader.text("desk.tasks_title"),
            columns: ["desk.column_action", "desk.register_office", "desk.task_printed", "desk.task_new", "desk.column_do"].map { reader.text($0) },
            rows: tasks.map { task in
                let form = { (answer: OfficeTask.Answer) in
                    DeskForm(
                        to: RegisterLinks.tasks, reader.text("desk.task_\(answer.rawValue)"),
                        hidden: [
                            HiddenField(fieldName: "task", fieldValue: task.id.text), HiddenField(fieldName: "answer", fieldValue: answer.rawValue),
                        ])
                }
                return [
                    .init("\(reader.printed(task.reference)) · \(task.ordinal)", to: DeskLinks.action(task.reference)),
                    .init(task.titles.text(in: reader.languages) ?? task.key, to: RegisterLinks.office(task.key)), .init(task.printed ?? "–"),
                    .init(task.holder), .init("", buttons: mayAnswer ? OfficeTask.Answer.allCases.map(form) : []),
                ]
            }, empty: "")
    }
}
