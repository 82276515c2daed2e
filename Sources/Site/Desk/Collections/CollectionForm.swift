import Campaign
import Documents

/// What staff typed about a collection.
struct CollectionForm {
    let collection: CaseCollection

    /// Checks every field and tells all problems at once.
    init(_ form: FormBody, _ known: CaseCollection, languages: [Language]) throws(FormProblems) {
        var collection = known, problems = FormProblems()
        if let days = Self.days(form, &problems) { (collection.startsOn, collection.endsOn) = (days.first, days.last) }
        let late = Int((form["late"] ?? "").filter { !$0.isWhitespace })
        if let late, (0...365).contains(late) { collection.lateDays = late } else { problems.add("late", Message("desk.collections_problem_late")) }
        collection.isPublic = form["public"] == "yes"
        collection.isForSchools = form["schools"] == "yes"
        collection.texts = [:]
        for language in languages {
            let title = form["title.\(language)"] ?? "", words = form["words.\(language)"] ?? ""
            guard title.contains(where: \.isLetter) else { continue }
            collection.texts[language] = CaseCollection.Words(title: title, words: words.contains(where: \.isLetter) ? [words] : [])
        }
        if collection.texts.isEmpty { problems.add("title.\(languages.first ?? "en")", Message("desk.collections_problem_title")) }
        collection.cases = []
        for typed in (form["cases"] ?? "").split(whereSeparator: { $0 == "," || $0.isNewline }).map(String.init)
        where typed.contains(where: { !$0.isWhitespace }) {
            guard let reference = try? Reference(typed) else {
                problems.add("cases", Message("refusal.unknown_reference", ["reference": String(typed.prefix(40))]))
                continue
            }
            if !collection.cases.contains(reference) { collection.cases.append(reference) }
        }
        if collection.cases.count > CaseCollection.caseLimit {
            problems.add("cases", Message("desk.collections_problem_cases", ["limit": String(CaseCollection.caseLimit)]))
        }
        guard problems.isEmpty else { throw problems }
        self.collection = collection
    }

    static func days(_ form: FormBody, _ problems: inout FormProblems) -> (first: Day, last: Day)? {
        let first = form["first"].flatMap { Day($0) }, last = form["last"].flatMap { Day($0) }
        guard let first else {
            problems.add("first", Message("desk.collections_problem_day"))
            return nil
        }
        guard let last, last >= first else {
            problems.add("last", Message("desk.collections_problem_day"))
            return nil
        }
        return (first, last)
    }

    static func form(_ collection: CaseCollection, _ typed: FormBody?, _ problems: FormProblems, _ reader: Reader) -> DeskForm {
        func value(_ name: String, _ known: String) -> String { typed?[name] ?? known }
        func problem(_ name: String) -> String? { problems[name].map(reader.words.text) }
        func choice(_ name: String, _ label: String, _ known: Bool) -> DeskForm.Field {
            .list(
                name, label, [("no", reader.text("desk.collections_no")), ("yes", reader.text("desk.collections_yes"))],
                chosen: value(name, known ? "yes" : "no"))
        }
        let words = reader.section.languages.flatMap { language -> [DeskForm.Field] in
            let name = reader.name(of: language), text = collection.texts[language]
            return [
                .init(
                    "title.\(language)", "\(reader.text("desk.collections_name")) (\(name))", value: value("title.\(language)", text?.title ?? ""),
                    problem: problem("title.\(language)"), isNeeded: false),
                .init(
                    "words.\(language)", "\(reader.text("desk.collections_words")) (\(name))",
                    value: value("words.\(language)", text?.words.joined(separator: " ") ?? ""), isNeeded: false),
            ]
        }
        return DeskForm(
            to: CollectionLinks.desk(collection.slug), reader.text("desk.editions_save"), heading: reader.text("desk.collections_change"),
            fields: words + [
                .init(
                    "cases", reader.text("desk.collections_cases"), hint: reader.text("desk.collections_cases_hint"),
                    value: value("cases", collection.cases.map { $0.printed() }.joined(separator: ", ")), problem: problem("cases"), isNeeded: false),
                .init(
                    "first", reader.text("desk.collections_first"), type: "date", value: value("first", collection.startsOn.text),
                    problem: problem("first")),
                .init(
                    "last", reader.text("desk.collections_last"), type: "date", value: value("last", collection.endsOn.text), problem: problem("last")
                ),
                .init("late", reader.text("desk.collections_late"), value: value("late", String(collection.lateDays)), problem: problem("late")),
                choice("schools", reader.text("desk.collections_schools"), collection.isForSchools),
                choice("public", reader.text("desk.collections_public"), collection.isPublic),
            ])
    }
}
