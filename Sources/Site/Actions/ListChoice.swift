import Campaign
import Documents

/// Which of the actions that need letters a list shows: all, or those of a country, a part of the world, a topic.
enum ListChoice: Equatable {
    case all
    case country(Country)
    case region(Region)
    case topic(Topic)

    /// Throws `NotPublishedHere` for what is no country, no region and no topic.
    init(_ query: FormBody) throws {
        if let text = query["country"] {
            self = .country(try Country.named(text))
        } else if let text = query["region"] {
            guard let region = Region(rawValue: text) else { throw NotPublishedHere() }
            self = .region(region)
        } else if let text = query["topic"] {
            guard let topic = Topic(rawValue: text) else { throw NotPublishedHere() }
            self = .topic(topic)
        } else {
            self = .all
        }
    }

    func includes(_ action: ActionSummary) -> Bool {
        switch self {
        case .all: true
        case .country(let country): action.countries.contains(country)
        case .region(let region): action.countries.contains { Region(of: $0) == region }
        case .topic(let topic): action.topics.contains(topic)
        }
    }

    func path(in language: Language) -> String {
        switch self {
        case .all: Links.home(language)
        case .country(let country): Links.list(language, country: country.code.lowercased())
        case .region(let region): Links.home(language) + "?region=\(region.rawValue)"
        case .topic(let topic): Links.home(language) + "?topic=\(topic.rawValue)"
        }
    }

    /// nil for all.
    func name(for reader: Reader) -> String? {
        switch self {
        case .all: nil
        case .country(let country): country.name(in: reader.language)
        case .region(let region): reader.text("region.\(region.rawValue)")
        case .topic(let topic): reader.text("topic.\(topic.rawValue)")
        }
    }
}

extension Country {
    /// The country in an address. Throws `NotPublishedHere` for any text that is none.
    static func named(_ text: String) throws -> Country {
        guard let country = Country(text), country.code != "ZZ", country.name(in: "en") != country.code else { throw NotPublishedHere() }
        return country
    }
}
