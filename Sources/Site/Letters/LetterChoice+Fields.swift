import Campaign
import Documents

extension LetterChoice {
    /// All that was chosen and typed but the way, as fields of a further form, so that nothing is typed twice.
    var fieldsWithoutWay: [HiddenField] {
        let typed = [("name", name), ("place", place), ("initials", hasInitials ? "1" : ""), ("words", ownWords ?? "")].filter { !$0.1.isEmpty }
        return positions.map { HiddenField(fieldName: "addressee", fieldValue: String($0 + 1)) }
            + [HiddenField(fieldName: "language", fieldValue: model.language.rawValue)]
            + typed.map { HiddenField(fieldName: $0.0, fieldValue: $0.1) }
    }

    /// What the fields name that this output does not have: a language it has no letter in, somebody it is not addressed to.
    static func unknowns(in asked: FormBody, _ view: ActionView, at desk: WritingDesk) -> FormProblems {
        let languages = Set(desk.compose.models(of: view.output, for: view.reader.languages).map(\.language.rawValue))
        let count = view.edition?.addressees.count ?? 0
        var problems = FormProblems()
        if asked.all("addressee").contains(where: { !$0.isEmpty && Int($0).map { $0 < 1 || $0 > count } != false }) {
            problems.add("addressee", Message("write.problem_addressee"))
        }
        if let language = asked["language"], !language.isEmpty, !languages.isEmpty, !languages.contains(language) {
            problems.add("language", Message("write.problem_language"))
        }
        return problems
    }

    var allFields: [HiddenField] { fieldsWithoutWay + [HiddenField(fieldName: "way", fieldValue: way.rawValue)] }
}
