import Campaign
import Documents

/// What somebody chose for a letter evening: how many letters for which cases, to whom, in which languages, on which paper.
struct PackChoice: Sendable {
    /// A case of which some letters are wanted.
    struct Case: Sendable, Equatable {
        let reference: Reference
        /// The output that was offered: when another has replaced it since, its letters are no longer wanted.
        let ordinal: Int
        let copies: Int
        /// Places in the edition's list of addressees, from 0.
        let positions: Set<Int>
        let languages: Set<Language>

        var field: String { PackChoice.copiesField(reference, ordinal) }
    }

    let cases: [Case]
    let window: WindowForm
    let paper: PaperSize
    let envelope: EnvelopeSize?

    static func copiesField(_ reference: Reference, _ ordinal: Int) -> String { "n.\(reference.slug).\(ordinal)" }
    static func addresseesField(_ reference: Reference) -> String { "to.\(reference.slug)" }
    static func languagesField(_ reference: Reference) -> String { "in.\(reference.slug)" }

    /// Checks what was typed and tells all problems at once.
    init(_ form: FormBody, for section: Section) throws(FormProblems) {
        var problems = FormProblems(), cases: [Case] = []
        for field in form.fields {
            guard let (reference, ordinal) = Self.named(field.name) else { continue }
            let typed = field.value.filter { !$0.isWhitespace }
            guard !typed.isEmpty, typed != "0" else { continue }
            guard let copies = Int(typed), (1...Pack.letterLimit).contains(copies) else {
                problems.add(field.name, Message("pack.problem_copies", ["limit": String(Pack.letterLimit)]))
                continue
            }
            let one = Case(reference, ordinal, copies, form)
            if one.positions.isEmpty || one.languages.isEmpty { problems.add(field.name, Message("pack.problem_choice")) }
            cases.append(one)
        }
        if cases.isEmpty, problems.isEmpty { problems.add("cases", Message("pack.problem_none")) }
        if cases.count > Pack.caseLimit { problems.add("cases", Message("pack.problem_cases", ["limit": String(Pack.caseLimit)])) }
        guard problems.isEmpty else { throw problems }
        let usual = UsualPaper(section)
        self.cases = cases
        window = form["window"].flatMap(WindowForm.init) ?? usual.window
        paper = form["paper"].flatMap(PaperSize.init) ?? usual.paper
        envelope = form["envelopes"].flatMap(EnvelopeSize.init)
    }

    private static func named(_ field: String) -> (Reference, Int)? {
        let parts = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "n", let reference = Reference(slug: parts[1]), let ordinal = Int(parts[2]) else { return nil }
        return (reference, ordinal)
    }
}

extension PackChoice.Case {
    fileprivate init(_ reference: Reference, _ ordinal: Int, _ copies: Int, _ form: FormBody) {
        self.init(
            reference: reference, ordinal: ordinal, copies: copies,
            positions: Set(form.all(PackChoice.addresseesField(reference)).compactMap(Int.init).map { $0 - 1 }),
            languages: Set(form.all(PackChoice.languagesField(reference)).map(Language.init(rawValue:)))
        )
    }
}
