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

    var allFields: [HiddenField] { fieldsWithoutWay + [HiddenField(fieldName: "way", fieldValue: way.rawValue)] }
}
