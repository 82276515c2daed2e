import Campaign
import Documents

/// What posting to one country costs and takes, in words.
struct PostagePart: Sendable {
    let postageTitle: String
    let isWarning: Bool
    let postageLines: [String]
    let postageHref: String?
}

extension PostagePart {
    /// One for each country that letters go to.
    static func all(_ written: WrittenLetters) -> [PostagePart] {
        let countries = written.ones.compactMap(\.destination).reduce(into: [Country]()) { if !$0.contains($1) { $0.append($1) } }
        return countries.map { PostagePart(to: $0, written) }
    }

    private init(to country: Country, _ written: WrittenLetters) {
        let reader = written.reader, actUntil = written.view.actUntil
        let postage = reader.section.postage(to: country, actUntil: actUntil, today: reader.today)
        let lines = [Self.advice(postage, reader), Self.price(postage, reader), Self.transit(postage, reader), Self.trust(postage, reader)]
        self.init(
            postageTitle: reader.text("letter.postage_to", ["country": country.name(in: reader.language)]),
            isWarning: postage.needsAnotherWay,
            postageLines: lines.compactMap { $0 },
            postageHref: postage.link
        )
    }

    private static func advice(_ postage: Postage, _ reader: Reader) -> String? {
        switch postage.advice {
        case .post(let day): reader.text("letter.post_by", ["date": reader.days.withWeekday(day)])
        case .tooLate(let day): reader.text("letter.post_too_late", ["date": reader.days.long(day)])
        case .suspended: reader.text("letter.post_suspended")
        case .unknown: reader.text("letter.post_unknown")
        }
    }

    private static func price(_ postage: Postage, _ reader: Reader) -> String? {
        guard let price = postage.price?.text(in: reader.language, country: reader.section.country) else { return nil }
        return postage.grams.map { reader.text("letter.postage_grams", ["price": price, "grams": reader.words.grouped($0)]) }
            ?? reader.text("letter.postage", ["price": price])
    }

    private static func transit(_ postage: Postage, _ reader: Reader) -> String? {
        postage.transit.map { reader.text("letter.transit", ["fewest": String($0.lowerBound), "most": String($0.upperBound)]) }
    }

    /// Figures age: those that are old or that nobody checked say so.
    private static func trust(_ postage: Postage, _ reader: Reader) -> String? {
        guard postage.price != nil || postage.transit != nil, postage.isOld || !postage.isVerified || !postage.isTransitVerified else { return nil }
        let day = postage.checkedOn ?? postage.validFrom
        return day.map { reader.text("letter.postage_as_of", ["date": reader.days.long($0)]) } ?? reader.text("letter.postage_unchecked")
    }
}
