import Foundation

/// The time zones that are offered: one for each city that the zone data names, by part of the world.
enum ZoneList {
    private static let parts = ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"]

    static let names: [String] = TimeZone.knownTimeZoneIdentifiers
        .filter { name in parts.contains { name.hasPrefix($0 + "/") } }.sorted()

    static func zone(_ name: String) -> TimeZone? {
        names.contains(name) ? TimeZone(identifier: name) : nil
    }
}
