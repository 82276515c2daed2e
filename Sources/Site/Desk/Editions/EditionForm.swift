import Campaign
import Documents

/// What staff typed to adapt an output.
struct EditionForm {
    let own: OwnEdition

    static let wordsLimit = 2_000

    /// Checks every field and tells all problems at once.
    init(_ form: FormBody, _ output: Output, for section: Section, on today: Day) throws(FormProblems) {
        var own = OwnEdition(), problems = FormProblems()
        let typed = (form["act_until"] ?? "").filter { !$0.isWhitespace }
        own.actUntil = Day(typed)
        if !typed.isEmpty, own.actUntil.map({ $0 < today && $0 != output.adoption(of: section.code)?.actUntil }) ?? true {
            problems.add("act_until", Message("desk.editions_problem_day"))
        }
        let offered = output.texts.map(\.language), chosen = form.all("languages").map(Language.init(rawValue:)).filter(offered.contains)
        own.languages = chosen.count == offered.count ? [] : chosen
        own.targets = Self.addressees("targets", .target, form, &problems)
        own.copies = Self.addressees("copies", .copy, form, &problems)
        for language in section.languages {
            func words(_ name: String) -> String? {
                let text = form["\(name).\(language)"] ?? ""
                if text.utf8.count > Self.wordsLimit { problems.add("\(name).\(language)", Message("desk.editions_problem_long")) }
                return text.contains(where: { !$0.isWhitespace }) ? text.trimmedLines.joined(separator: "\n") : nil
            }
            let said = EditionWords(
                instructions: words("instructions")?.split(separator: "\n").map(String.init) ?? [], postalNote: words("postal_note"),
                safetyNote: words("safety_note"))
            if !said.isEmpty { own.words[language] = said }
        }
        guard problems.isEmpty else { throw problems }
        self.own = own
    }

    private static func addressees(_ name: String, _ role: Addressee.Role, _ form: FormBody, _ problems: inout FormProblems) -> [Addressee] {
        do {
            return try AddresseeLines.addressees(form[name] ?? "", role: role)
        } catch {
            problems.add(name, Message("desk.editions_problem_line", ["line": String(error.line.prefix(80))]))
            return []
        }
    }
}

extension String {
    fileprivate var trimmedLines: [String] {
        split(whereSeparator: \.isNewline).map { line in
            String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }
}
