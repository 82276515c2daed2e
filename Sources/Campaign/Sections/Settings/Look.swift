/// How a section's pages look where they differ from what the program ships: colours for light and dark, and a logo.
package struct Look: Sendable, Equatable {
    package enum Theme: String, Sendable, CaseIterable { case light, dark }

    /// A colour by what it is for; the names of the stylesheet.
    package enum Token: String, Sendable, CaseIterable {
        case paper, sheet, tint, ink, quiet, rule, signal, calm
        case onSignal = "on-signal"
    }

    /// A place for one colour.
    package struct Spot: Sendable, Hashable {
        package let theme: Theme
        package let token: Token

        package init(_ theme: Theme, _ token: Token) {
            self.theme = theme
            self.token = token
        }

        /// As forms and rows name it: `light.signal`.
        package var name: String { "\(theme.rawValue).\(token.rawValue)" }

        package static let all = Theme.allCases.flatMap { theme in Token.allCases.map { Spot(theme, $0) } }
    }

    package struct Logo: Sendable, Equatable {
        package let hash: String
        /// For those who do not see it.
        package let words: String
        package let width: Int
        package let height: Int
    }

    /// What differs. A colour that is the shipped one is none.
    package private(set) var colours: [Spot: Colour] = [:]
    package var logo: Logo?

    package init() {}

    package subscript(spot: Spot) -> Colour {
        get { colours[spot] ?? Self.shipped[spot] ?? .black }
        set { colours[spot] = newValue == Self.shipped[spot] ? nil : newValue }
    }

    /// Text on ground that is too like it to be read by everybody.
    package struct Faint: Sendable, Equatable {
        package let spot: Spot
        package let ground: Spot
        package let ratio: Double
    }

    /// WCAG 2.2, 1.4.3: what text needs at least.
    package static let leastContrast = 4.5

    /// Every pair that the stylesheet puts on each other and that is too faint, in both themes.
    package var faint: [Faint] {
        Theme.allCases.flatMap { theme in
            Self.pairs.compactMap { text, ground in
                let spot = Spot(theme, text), under = Spot(theme, ground), ratio = self[spot].contrast(with: self[under])
                return ratio < Self.leastContrast ? Faint(spot: spot, ground: under, ratio: ratio) : nil
            }
        }
    }

    /// The stylesheet that goes after the shipped one; nil when nothing differs.
    package var stylesheet: String? {
        guard !colours.isEmpty else { return nil }
        let light = rules(.light), dark = rules(.dark)
        return (light.isEmpty ? "" : ":root{\(light)}") + (dark.isEmpty ? "" : "@media (prefers-color-scheme:dark){:root{\(dark)}}")
    }

    private func rules(_ theme: Theme) -> String {
        // A colour that one theme overrides must not reach into the other, whose shipped one stands before it.
        let isAlsoDark = theme == .dark
        return Token.allCases.compactMap { token in
            let own = colours[Spot(theme, token)], light = colours[Spot(.light, token)]
            return own.map { "--\(token.rawValue):\($0)" } ?? (isAlsoDark && light != nil ? "--\(token.rawValue):\(self[Spot(.dark, token)])" : nil)
        }.joined(separator: ";")
    }

    private static let pairs: [(Token, Token)] =
        [Token.paper, .sheet, .tint].flatMap { ground in [(.ink, ground), (.quiet, ground), (.signal, ground), (.calm, ground)] }
        + [(.onSignal, .signal)]

    private static let shipped: [Spot: Colour] = [
        Theme.light: "#fbfaf7 #ffffff #f3f0e8 #16202b #55606b #d9d5cc #b3261e #0b5f66 #ffffff",
        .dark: "#10161d #182029 #161e26 #ece8df #a3adb7 #2c3742 #ff8a7a #7ad0d6 #10161d",
    ].reduce(into: [:]) { spots, row in
        for (token, colour) in zip(Token.allCases, row.value.split(separator: " ")) { spots[Spot(row.key, token)] = Colour(String(colour)) }
    }
}
