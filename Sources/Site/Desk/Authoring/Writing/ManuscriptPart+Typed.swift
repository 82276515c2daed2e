import Campaign
import Documents

extension ManuscriptPart {
    /// What a form holds, by the bare names of the part's fields; lists that stand in several boxes are put together.
    func typed(_ form: FormBody) -> [String: String] {
        if form["resolved"] != nil { return resolved(form) }
        var typed = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, form[$0.name] ?? "") })
        switch self {
        case .facts:
            let people = Self.numbers(form, "name").map { (Self.trimmed(form["name.\($0)"]), Self.trimmed(form["pronouns.\($0)"])) }
            typed["subjects"] = FieldLines.subjects(people.map { (name: $0.0, pronouns: $0.1) })
            typed["topics"] = form.all("topics").joined(separator: " ")
        case .addressee:
            let contacts = Self.numbers(form, "channel").compactMap { number -> ContactPoint? in
                guard let channel = Channel(rawValue: form["channel.\(number)"] ?? "") else { return nil }
                let place = Self.trimmed(form["place.\(number)"]), isHidden = form["hidden.\(number)"] != nil
                guard !place.isEmpty || isHidden else { return nil }
                return ContactPoint(channel: channel, place: place.isEmpty ? nil : place, checkedOn: Day(form["checked.\(number)"] ?? ""))
            }
            typed["contacts"] = FieldLines.contacts(contacts)
        case .text, .letter, .words, .posts: break
        }
        return typed
    }

    /// What was chosen where two wrote the same field: mine or theirs, and everything else as it was put together.
    private func resolved(_ form: FormBody) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: fields.map { field in
                let isTheirs = form["choose.\(field.name)"] == "theirs"
                return (field.name, form["\(isTheirs ? "theirs" : "mine").\(field.name)"] ?? form["merged.\(field.name)"] ?? "")
            })
    }

    private static func numbers(_ form: FormBody, _ name: String) -> [Int] {
        form.fields.compactMap { $0.name.hasPrefix(name + ".") ? Int($0.name.dropFirst(name.count + 1)) : nil }
    }

    private static func trimmed(_ text: String?) -> String {
        var text = (text ?? "").replacing("\r\n", with: "\n")[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// What its form is called.
    func title(_ content: ManuscriptContent, _ reader: Reader) -> String {
        switch self {
        case .facts: reader.text("desk.authoring_facts")
        case .posts: reader.text("desk.authoring_posts")
        case .text(let language): reader.text("desk.authoring_text_in", ["language": reader.name(of: language)])
        case .letter(let language): reader.text("desk.authoring_letter_in", ["language": reader.name(of: language)])
        case .words(let language): reader.text("desk.authoring_words_in", ["language": reader.name(of: language)])
        case .addressee:
            [content[self, "name"], content[self, "office"]].first { !$0.isEmpty } ?? reader.text("desk.authoring_addressee")
        }
    }

    /// In which its words are written; nil where they have none.
    var language: Language? {
        switch self {
        case .text(let language), .letter(let language), .words(let language): language
        case .facts, .addressee, .posts: nil
        }
    }
}
