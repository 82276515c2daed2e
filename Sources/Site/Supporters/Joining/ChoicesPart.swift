import Campaign
import Documents
import Foundation

/// The whole form of what somebody may choose, as it stands for them now.
struct ChoicesPart: Sendable {
    let pace: OptionsPart
    let isSameDay: Bool
    let lists: [OptionsPart]
    let hasTopicsChosen: Bool
    let topics: [OptionsPart]
    let hasCountriesChosen: Bool
    let countries: [OptionsPart.OptionPart]
    let zones: [ZonePart]

    struct ZonePart: Sendable {
        let zoneName: String
        let isChosen: Bool
    }
}

extension ChoicesPart {
    init(_ preferences: Preferences, for reader: Reader) {
        let choices = preferences.choices
        self.init(
            pace: .one(
                "pace", reader.text("alerts.pace"), Pace.allCases.map { ($0.rawValue, reader.text("alerts.pace_\($0.rawValue)")) },
                chosen: preferences.pace.rawValue),
            isSameDay: preferences.sameDay,
            lists: Self.lists(preferences, reader),
            hasTopicsChosen: !choices.topics.isEmpty,
            topics: Topic.List.allCases.map { Self.topics($0, choices.topics, reader) },
            hasCountriesChosen: !choices.countries.isEmpty,
            countries: Self.countries(choices.countries, reader),
            zones: Self.zones(preferences.timeZone.identifier)
        )
    }

    /// The ways of writing that somebody may have or lack; petitions and messages of solidarity are for everybody.
    static let channels = Channel.allCases.filter { ![.petition, .solidarity, .other].contains($0) }

    private static func lists(_ preferences: Preferences, _ reader: Reader) -> [OptionsPart] {
        let choices = preferences.choices, languages = reader.section.languages.map { ($0.rawValue, reader.name(of: $0)) }
        let several =
            languages.count < 2
            ? []
            : [
                OptionsPart.one("language", reader.text("alerts.language"), languages, chosen: preferences.language.rawValue),
                .any("reads", reader.text("alerts.languages"), languages, chosen: Set(choices.languages.map(\.rawValue))),
            ]
        return [
            .one(
                "network", reader.text("alerts.network"), Network.allCases.map { ($0.rawValue, reader.text("alerts.network_\($0.rawValue)")) },
                chosen: preferences.network.rawValue)
        ] + several + [
            .any(
                "channel", reader.text("alerts.channels"), channels.map { ($0.rawValue, reader.text("channel.\($0.rawValue)")) },
                chosen: Set(choices.channels.map(\.rawValue))),
            .any(
                "region", reader.text("alerts.regions"), Region.allCases.map { ($0.rawValue, reader.text("region.\($0.rawValue)")) },
                chosen: Set(choices.regions.map(\.rawValue))),
        ]
    }

    private static func topics(_ list: Topic.List, _ chosen: Set<Topic>, _ reader: Reader) -> OptionsPart {
        let topics = Topic.allCases.filter { $0.list == list }.map { (value: $0.rawValue, label: reader.text("topic.\($0.rawValue)")) }
        return .any("topic", reader.text("topic.list_\(list.rawValue)"), topics, chosen: Set(chosen.map(\.rawValue)))
    }

    /// With the one that holds, whatever it is.
    private static func zones(_ chosen: String) -> [ZonePart] {
        let own = ZoneList.names.contains(chosen) ? [] : [chosen]
        return (own + ZoneList.names).map { ZonePart(zoneName: $0, isChosen: $0 == chosen) }
    }

    /// In the order of the reader's alphabet.
    private static func countries(_ chosen: Set<Country>, _ reader: Reader) -> [OptionsPart.OptionPart] {
        CountryList.named(in: reader.language).map {
            OptionsPart.OptionPart(optionValue: $0.country.code, label: $0.name, isChosen: chosen.contains($0.country))
        }
    }
}
