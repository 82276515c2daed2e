import Campaign
import Documents

/// The forms about one answer: what is known of it, and what becomes of it.
struct ReplyDeskForms {
    private let reply: Reply
    private let typed: FormBody?
    private let problems: FormProblems
    private let reader: Reader
    private let duties: Duties

    init(_ reply: Reply, _ typed: FormBody?, _ problems: FormProblems, _ reader: Reader, _ duties: Duties) {
        (self.reply, self.typed, self.problems, self.reader, self.duties) = (reply, typed, problems, reader, duties)
    }

    /// The languages in which there are words, or may be.
    static func languages(_ reply: Reply, _ reader: Reader) -> [Language] {
        let written: [Language] = reply.texts.keys.sorted { $0.rawValue < $1.rawValue }
        return once([reply.language].compactMap { $0 } + reader.languages + written)
    }

    var facts: SettingForm {
        SettingForm(
            to: ReplyDeskLinks.show(reply.id), reader.text("desk.save"), heading: reader.text("desk.replies_facts"),
            explanation: reader.text("desk.replies_facts_text"), origin + words + [shared], hidden: [revision])
    }

    /// Who answered, when, in which language.
    private var origin: [SettingField] {
        let office = SettingField(.line, "office", reader.text("reply.office"), value: typed?["office"] ?? reply.office, problem: problem("office"))
        let day = SettingField(
            .line, "received_on", reader.text("reply.received_on"), value: typed?["received_on"] ?? reply.receivedOn?.text ?? "", type: "date",
            problem: problem("received_on"))
        let spoken: [(String, String)] = Self.spoken(reply, reader).map { ($0.rawValue, reader.name(of: $0)) }
        let unknown: [(String, String)] = [("", reader.text("reply.language_unknown"))]
        let language = SettingField(
            .list, "language", reader.text("reply.language"), value: typed?["language"] ?? reply.language?.rawValue ?? "", options: unknown + spoken)
        return [office, day, language]
    }

    private var words: [SettingField] {
        Self.languages(reply, reader).map { language in
            let name = "text-\(language)"
            let label =
                language == .undetermined
                ? reader.text("desk.replies_words_unknown") : reader.text("desk.replies_words", ["language": reader.name(of: language)])
            return SettingField(
                .lines, name, label, hint: language == reply.language ? reader.text("desk.replies_words_own") : nil,
                value: typed?[name] ?? reply.texts[language] ?? "", problem: problem(name))
        }
    }

    private var shared: SettingField {
        let isChosen = typed.map { $0["is_shared"] != nil } ?? reply.isShared
        return SettingField(.tick, "is_shared", reader.text("desk.replies_shared"), isChosen: isChosen)
    }

    /// In which languages a letter may be.
    private static func spoken(_ reply: Reply, _ reader: Reader) -> [Language] {
        let usual: [Language] = ["en", "fr", "es", "de", "ar", "fa", "pt", "ru", "tr", "zh"]
        return once([reply.language].compactMap { $0 } + reader.languages + usual)
    }

    private static func once(_ all: [Language]) -> [Language] {
        all.reduce(into: []) { list, language in if !list.contains(language) { list.append(language) } }
    }

    /// Only what whoever is there may do.
    var decisions: [DeskForm] {
        let may = { (deed: Deed) in duties.allow(deed, in: reply.section) }
        var forms: [DeskForm] = []
        if reply.state != .published, reply.state != .refused, may(.release) {
            forms.append(form(ReplyDeskLinks.publication(reply.id), "publish"))
        }
        if reply.state == .waiting, may(.write) {
            forms += [form(ReplyDeskLinks.keeping(reply.id), "keep"), form(ReplyDeskLinks.refusal(reply.id), "refuse")]
        }
        if reply.state == .published, may(.write) { forms.append(form(ReplyDeskLinks.keeping(reply.id), "unpublish")) }
        if reply.needsReview(on: reader), may(.write) { forms.append(form(ReplyDeskLinks.review(reply.id), "review")) }
        if may(.withdraw) { forms.append(form(ReplyDeskLinks.erasure(reply.id), "erase", isGrave: true)) }
        return forms
    }

    private func form(_ path: String, _ name: String, isGrave: Bool = false) -> DeskForm {
        DeskForm(
            to: path, reader.text("desk.replies_\(name)_button"), explanation: reader.text("desk.replies_\(name)_text"),
            hidden: [HiddenField(fieldName: revision.0, fieldValue: revision.1)], isGrave: isGrave)
    }

    private var revision: (String, String) { ("revision", String(reply.revision)) }

    private func problem(_ field: String) -> String? { problems[field].map(reader.words.text) }
}
