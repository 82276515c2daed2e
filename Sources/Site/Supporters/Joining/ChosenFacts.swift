import Campaign
import Documents
import Foundation

extension FactPart {
    /// What somebody chose, in plain words: how often always, everything else where it narrows or adds something.
    static func chosen(_ preferences: Preferences, for reader: Reader) -> [FactPart] {
        let choices = preferences.choices
        let several = reader.section.languages.count > 1
        return [
            FactPart(label: reader.text("alerts.pace"), factValue: reader.text("alerts.pace_\(preferences.pace.rawValue)")),
            preferences.sameDay ? FactPart(label: reader.text("alerts.same_day_label"), factValue: reader.text("alerts.yes")) : nil,
            several ? FactPart(label: reader.text("alerts.language"), factValue: reader.name(of: preferences.language)) : nil,
            list("alerts.languages", choices.languages.map { reader.name(of: $0) }, reader),
            preferences.timeZone.identifier == reader.section.timeZone.identifier
                ? nil : FactPart(label: reader.text("my.data_zone"), factValue: preferences.timeZone.identifier),
            preferences.network == .group
                ? FactPart(label: reader.text("alerts.network"), factValue: reader.text("alerts.network_group")) : nil,
            list("alerts.channels", choices.channels.map { reader.text("channel.\($0.rawValue)") }, reader),
            list("alerts.regions", choices.regions.map { reader.text("region.\($0.rawValue)") }, reader),
            list("alerts.countries", choices.countries.map { $0.name(in: reader.language) }, reader),
            list("alerts.topics", choices.topics.map { reader.text("topic.\($0.rawValue)") }, reader),
        ].compactMap { $0 }
    }

    private static func list(_ key: String, _ names: [String], _ reader: Reader) -> FactPart? {
        names.isEmpty ? nil : FactPart(label: reader.text(key), factValue: reader.words.listed(names.sorted()))
    }
}
