import Campaign
import Documents

/// What a writer chose and typed: addressees, a language, a way, a name, a place, perhaps words of their own.
struct LetterChoice: Sendable {
    /// Places in the edition's list, from 0, in its order: those who are asked to act before those who get a copy.
    let positions: [Int]
    let addressees: [Addressee]
    /// The letters there are to choose from, each in a language of its own.
    let models: [ModelLetter]
    let model: ModelLetter
    let way: SendingWay
    /// Whether the writer asked for a way that reaches none of the addressees.
    let isWayClosed: Bool
    var name = ""
    var place = ""
    var hasInitials = false
    var ownWords: String?
    /// The server of the writer's account, for the network that has many.
    var instance = ""

    static let nameLimit = 120
    static let wordsLimit = 20_000

    /// The choice that the fields name; what they leave open is the first addressee, the office's language before the reader's, and the
    /// first way that is open.
    ///
    /// Where the case has no letter, the reader's own language comes first, since the words will be the reader's. nil when there is nobody to
    /// write to.
    init?(_ view: ActionView, _ asked: FormBody, at desk: WritingDesk) {
        let all = view.edition?.addressees ?? []
        let offered = desk.compose.models(of: view.output, for: view.reader.languages)
        let usualLanguages = view.output.letters.isEmpty ? [] : view.output.preferredLanguages + view.reader.languages
        let wanted = [asked["language"].map(Language.init(rawValue:))].compactMap { $0 } + usualLanguages
        let model = wanted.lazy.compactMap { language in offered.first { $0.language == language } }.first ?? offered.first
        guard !all.isEmpty, let model else { return nil }
        let named = Set(asked.all("addressee").compactMap(Int.init).filter { (1...all.count).contains($0) }.map { $0 - 1 })
        positions = named.isEmpty ? [0] : named.sorted { (all[$0].role == .copy ? 1 : 0, $0) < (all[$1].role == .copy ? 1 : 0, $1) }
        addressees = positions.map { all[$0] }
        models = offered
        self.model = model
        let open = Set(addressees.flatMap(\.ways)), asks = asked["way"].flatMap(SendingWay.init)
        let usual = SendingWay.allCases.first(where: open.contains) ?? .post
        isWayClosed = asked["way"].map { _ in asks.map { !open.contains($0) && !(open.isEmpty && $0 == .post) } ?? true } ?? false
        way = isWayClosed ? usual : asks ?? usual
        hasInitials = view.reader.section.letters.beginsWithInitials
    }

    /// The ways that reach at least one of the addressees.
    var openWays: [SendingWay] {
        let open = Set(addressees.flatMap(\.ways))
        return SendingWay.allCases.filter(open.contains)
    }

    /// Checks what was typed. Control characters, line breaks in a name and texts beyond any letter's length are told, not cut; so is a letter
    /// without words, once it is wanted.
    mutating func take(_ form: FormBody, _ view: ActionView) throws(FormProblems) {
        name = (form["name"] ?? "").trimmingBlanks
        place = (form["place"] ?? "").trimmingBlanks
        hasInitials = form["initials"] != nil
        instance = (form["instance"] ?? "").trimmingBlanks
        ownWords = Self.ownWords(form, view)
        var problems = FormProblems()
        if isWayClosed { problems.add("way", Message("write.problem_way")) }
        if name.utf8.count > Self.nameLimit { problems.add("name", Message("write.problem_name_long")) }
        if name.unicodeScalars.contains(where: \.isUnfitForLine) { problems.add("name", Message("write.problem_name_control")) }
        if place.utf8.count > Self.nameLimit { problems.add("place", Message("write.problem_place_long")) }
        if place.unicodeScalars.contains(where: \.isUnfitForLine) { problems.add("place", Message("write.problem_place_control")) }
        if (ownWords?.utf8.count ?? 0) > Self.wordsLimit { problems.add("words", Message("write.problem_words_long")) }
        if ownWords?.unicodeScalars.contains(where: \.isUnfitForText) == true { problems.add("words", Message("write.problem_words_control")) }
        if isWordless(form) { problems.add("words", Message("write.problem_words_empty")) }
        guard problems.isEmpty else { throw problems }
    }

    /// Whether something is asked for that needs the words of the letter, and there are none. Another choice in the form needs none.
    private func isWordless(_ form: FormBody) -> Bool {
        guard model.body.isEmpty, ownWords == nil else { return false }
        if let again = form["again"] { return again == "check" }
        return way.carriesLetter || (form["format"] != nil && way != .solidarity)
    }

    /// nil when the field still holds the words of the letter that was shown, so that another language brings its own.
    private static func ownWords(_ form: FormBody, _ view: ActionView) -> String? {
        guard let typed = form["words"], !typed.allSatisfy(\.isWhitespace) else { return nil }
        let shown = view.output.letters.first { $0.language.rawValue == form["shown"] }
        return shown.map { words(of: $0.body.joined(separator: "\n")) == words(of: typed) } == true ? nil : typed
    }

    private static func words(of text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}

extension Unicode.Scalar {
    /// Control characters, line breaks, what could not be read, and the marks that turn the direction of text around them (UAX #9).
    fileprivate var isUnfitForLine: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: self == "\u{FFFD}" || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        }
    }

    /// Control characters but line breaks and tabs, and what could not be read. Marks of direction may stand in a text: Arabic with a Latin name in it needs them.
    fileprivate var isUnfitForText: Bool {
        self == "\u{FFFD}" || properties.generalCategory == .control && !["\t", "\n", "\r"].contains(self)
    }
}
