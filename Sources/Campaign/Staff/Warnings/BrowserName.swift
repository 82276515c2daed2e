/// What a browser says it is, in two words that a person can compare with what lies before them: "Firefox, Android".
///
///     BrowserName("Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0").text   // "Firefox, Android"
package struct BrowserName: Sendable, Equatable {
    private static let families = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]

    /// nil for a browser that says nothing we know: its own words are not passed on.
    package let text: String?

    package init(_ agent: String) {
        let names = [Self.families, Self.systems].compactMap { list in list.first { agent.contains($0.0) }?.1 }
        text = names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
