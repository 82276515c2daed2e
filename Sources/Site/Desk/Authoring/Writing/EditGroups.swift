import Campaign
import Documents

/// The boxes of a part's form, filled with what is there or was typed.
struct EditGroups {
    let reader: Reader
    let place: DraftPlace
    let problems: FormProblems

    func groups(_ part: ManuscriptPart, _ typed: [String: String]) -> [EditGroup] {
        switch part {
        case .facts: facts(typed)
        case .text(let language): text(typed, language)
        case .letter(let language): letter(typed, language)
        case .words(let language): words(typed, language)
        case .addressee: addressee(typed)
        case .posts: posts(typed)
        }
    }

    private func box(
        _ name: String, _ typed: [String: String], _ kind: EditField.Kind = .line, hint: Bool = false, most: Int = 300, in language: Language? = nil,
        options: [(String, String)] = []
    ) -> EditField {
        EditField(
            name, reader.text("desk.authoring_field_\(name)"), typed[name] ?? "", kind, hint: hint ? reader.text("desk.authoring_hint_\(name)") : nil,
            problem: problems[name].map(reader.words.text), most: most, in: language, options: options)
    }

    private func facts(_ typed: [String: String]) -> [EditGroup] {
        let kinds: [OutputKind] = place.output.ordinal == 1 ? [.first, .information] : OutputKind.allCases.filter { $0 != .first }
        let own = [("", "–"), ("yes", reader.text("desk.authoring_yes")), ("no", reader.text("desk.authoring_no"))]
        let document = EditGroup(
            reader.text("desk.authoring_document"),
            [
                box("kind", typed, .list, options: kinds.map { ($0.rawValue, reader.text("kind.\($0.rawValue)")) }),
                box("index_code", typed, hint: true, most: 100), box("issued_on", typed, .date, hint: true),
                box("act_until", typed, .date, hint: true),
                box("event_on", typed, .date, hint: true),
                box("final", typed, .ticks, options: [("yes", reader.text("desk.authoring_final_yes"))]), box("previous", typed, hint: true),
            ])
        let writing = EditGroup(
            reader.text("desk.authoring_writing"),
            [box("preferred", typed, hint: true, most: 100), box("own_language", typed, .list, options: own)])
        guard place.isFirstToAppear else {
            let fixed = ["countries", "subjects", "topics"].map { EditField($0, "", typed[$0] ?? "", .hidden) }
            return [EditGroup(nil, hint: reader.text("desk.authoring_case_fixed"), fixed), document, writing]
        }
        var countries = typed
        let codes = (typed["countries"] ?? "").split(separator: " ").map { Country(String($0)) }
        if codes.allSatisfy({ $0 != nil }) { countries["countries"] = codes.compactMap { $0?.name(in: reader.language) }.joined(separator: "; ") }
        return [EditGroup(reader.text("desk.authoring_case"), [box("countries", countries, hint: true)]), subjects(typed["subjects"] ?? "")] + [
            document, writing,
        ]
            + topics(typed["topics"] ?? "")
    }

    private func subjects(_ field: String) -> EditGroup {
        let known = FieldLines.lines(field) + [[""], [""]]
        let boxes = known.enumerated().flatMap { number, parts in
            [
                EditField("name.\(number + 1)", reader.text("desk.authoring_field_name"), parts[0], most: 200),
                EditField("pronouns.\(number + 1)", reader.text("desk.authoring_field_pronouns"), parts.count > 1 ? parts[1] : "", most: 60),
            ]
        }
        return EditGroup(
            reader.text("desk.authoring_subjects"), hint: problems["subjects"].map(reader.words.text) ?? reader.text("desk.authoring_hint_subjects"),
            isRow: true, boxes)
    }

    private func topics(_ chosen: String) -> [EditGroup] {
        [
            EditGroup(
                reader.text("desk.authoring_topics"),
                Topic.List.allCases.map { list in
                    EditField(
                        "topics", reader.text("desk.authoring_topics_\(list.rawValue)"), chosen, .ticks,
                        options: Topic.allCases.filter { $0.list == list }.map { ($0.rawValue, reader.text("topic.\($0.rawValue)")) })
                })
        ]
    }

    private func text(_ typed: [String: String], _ language: Language) -> [EditGroup] {
        [
            EditGroup(
                nil,
                [
                    box("headline", typed, .area(2), hint: true, most: 300, in: language),
                    box("lead", typed, .area(5), hint: true, most: 4_000, in: language),
                    box("call", typed, .area(2), hint: true, most: 1_000, in: language),
                    box("demands", typed, .area(6), hint: true, most: 8_000, in: language),
                    box("background", typed, .area(16), hint: true, most: 30_000, in: language),
                ])
        ]
    }

    private func letter(_ typed: [String: String], _ language: Language) -> [EditGroup] {
        [
            EditGroup(
                nil,
                [
                    box("greeting", typed, hint: true, in: language), box("body", typed, .area(18), hint: true, most: 20_000, in: language),
                    box("closing", typed, hint: true, in: language),
                ])
        ]
    }

    private func words(_ typed: [String: String], _ language: Language) -> [EditGroup] {
        [
            EditGroup(
                nil,
                [
                    box("instructions", typed, .area(6), hint: true, most: 8_000, in: language),
                    box("postal", typed, .area(4), hint: true, most: 4_000, in: language),
                    box("safety", typed, .area(4), hint: true, most: 4_000, in: language),
                ])
        ]
    }

    private func addressee(_ typed: [String: String]) -> [EditGroup] {
        let roles = ["target", "copy"].map { ($0, reader.text("desk.authoring_role_\($0)")) }
        let who = EditGroup(
            nil,
            [
                box("role", typed, .list, options: roles), box("name", typed, most: 200), box("office", typed), box("salutation", typed, hint: true),
                EditField("order", "", typed["order"] ?? "", .hidden), EditField("official", "", typed["official"] ?? "", .hidden),
            ])
        let channels = Channel.allCases.map { ($0.rawValue, reader.text("channel.\($0.rawValue)")) }
        let contacts: [ContactPoint?] = FieldLines.contacts(typed["contacts"] ?? "") + [nil, nil]
        let boxes = contacts.enumerated().map { number, contact in
            let isHidden = contact.map { $0.place == nil } ?? false
            return EditGroup(
                reader.text("desk.authoring_contact", ["n": String(number + 1)]), hint: isHidden ? reader.text("desk.authoring_contact_hidden") : nil,
                isRow: true,
                [
                    EditField(
                        "channel.\(number + 1)", reader.text("desk.authoring_field_channel"), contact?.channel.rawValue ?? "", .list,
                        options: [("", "–")] + channels),
                    EditField(
                        "place.\(number + 1)", reader.text("desk.authoring_field_place"), contact?.place ?? "",
                        .area(contact?.channel == .post ? 4 : 2), most: 1_000),
                    EditField("checked.\(number + 1)", reader.text("desk.authoring_field_checked"), contact?.checkedOn?.text ?? "", .date),
                ] + (isHidden ? [EditField("hidden.\(number + 1)", "", "1", .hidden)] : []))
        }
        return [who] + boxes
    }

    private func posts(_ typed: [String: String]) -> [EditGroup] {
        let used = (1...ManuscriptPart.mostPosts).last { typed["\($0)"]?.isEmpty == false } ?? 0
        let boxes = (1...min(used + 2, ManuscriptPart.mostPosts)).map { number in
            EditField(
                "\(number)", reader.text("desk.authoring_post", ["n": String(number)]), typed["\(number)"] ?? "", .area(4),
                problem: problems["\(number)"].map(reader.words.text), most: 2_000)
        }
        return [EditGroup(nil, hint: reader.text("desk.authoring_hint_posts"), boxes)]
    }
}
