import Campaign
import Documents

/// What a writer takes away: the letter for each addressee whom the chosen way reaches, and what a careful friend says to it.
struct WrittenLetters: Sendable {
    struct One: Sendable {
        let addressee: Addressee
        let letter: Letter
        /// Where post to them goes; nil without an address, or when nobody can tell the country.
        let destination: Country?
    }

    let view: ActionView
    let choice: LetterChoice
    let ones: [One]
    let unreached: [Addressee]
    /// The letter that goes to all of them together.
    let joint: Letter
    let remarks: [LetterRemark]

    /// - Parameter date: the wording of days in the letter's language.
    init?(_ view: ActionView, _ choice: LetterChoice, at desk: WritingDesk, date: DayWording) {
        let reader = view.reader, language = choice.model.language
        let subject = view.action.letterSubject(of: view.output, in: language, style: reader.section.referenceStyle)
        let wishes = ComposeLetter.Wishes(
            name: choice.name, place: choice.place, date: date.long(reader.today), hasInitials: choice.hasInitials)
        let reached = choice.addressees.filter { $0.ways.contains(choice.way) }
        let all = view.edition?.addressees ?? [], elsewhere = ComposeLetter.Elsewhere(view.output)
        let ones = (reached.isEmpty ? choice.addressees : reached).map { addressee in
            let letter = desk.compose(choice.model, to: addressee, among: all, about: subject, words: choice.ownWords, wishes, elsewhere: elsewhere)
            return One(letter, to: addressee, view)
        }
        // Who gets a copy of an e-mail is not greeted in it.
        let greeted = ones.filter { $0.addressee.role == .target }
        guard let joint = Letter.toAll((greeted.isEmpty ? ones : greeted).map(\.letter)) else { return nil }
        self.view = view
        self.choice = choice
        self.ones = ones
        self.joint = joint
        unreached = reached.isEmpty ? [] : choice.addressees.filter { !$0.ways.contains(choice.way) }
        remarks = desk.advise(
            joint, isOwn: choice.ownWords != nil, AdviseLetter.Case(choice.model, view.output, subjects: view.action.subjects))
    }

    var reader: Reader { view.reader }

    /// Those at risk, or what the case is about, as a caller names them.
    var about: String {
        let names = view.action.subjects.map(\.name)
        return names.isEmpty ? view.headline : names.joined(separator: ", ")
    }
}

extension WrittenLetters.One {
    /// With the address laid out for the post of the reader's section.
    init(_ letter: Letter, to addressee: Addressee, _ view: ActionView) {
        let reader = view.reader, lines = addressee.addressLines, recipient = [addressee.name, addressee.office].compactMap { $0 }
        let country = view.country(of: addressee)
        let address = PostalAddress(country: country, recipient: recipient, lines: lines)
        let origin = reader.section.country.flatMap { Country($0) }
        self.addressee = addressee
        self.letter = lines.isEmpty ? letter : letter.addressed(to: address.lines(from: origin, in: reader.language))
        destination = lines.isEmpty ? nil : country
    }
}

extension Addressee {
    var printedName: String { name ?? office ?? "" }
}

extension LetterRemark {
    func text(for reader: Reader) -> String {
        switch self {
        case .requestLost(let request): reader.text("advice.request_lost", ["request": request])
        case .demandMissing(let demand): reader.text("advice.demand_missing", ["demand": demand])
        case .nameMissing(let name): reader.text("advice.name_missing", ["name": name])
        case .insult(let word): reader.text("advice.insult", ["word": word])
        case .overOnePage: reader.text("advice.over_one_page")
        case .otherTopic(let topic): reader.text("advice.other_topic", ["topic": reader.text("advice.topic_\(topic)")])
        case .greetingMissing: reader.text("advice.greeting_missing")
        case .fieldLeft(let field): reader.text("advice.field_left", ["field": "[\(field)]"])
        }
    }
}
