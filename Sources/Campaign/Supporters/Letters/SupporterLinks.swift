package import Documents

/// Where letters to supporters lead: always the section's configured host, never the one a request named. The site's routes have the same shapes.
package struct SupporterLinks: Sendable {
    private let origin: @Sendable (Section) -> String

    /// - Parameter origin: scheme and host of a section, such as `https://ch.example.org`, without a slash at its end.
    package init(origin: @escaping @Sendable (Section) -> String) {
        self.origin = origin
    }

    /// A page with a button; opening it changes nothing.
    package func confirm(_ token: String, _ language: Language, of section: Section) -> String {
        "\(origin(section))/\(language)/alerts/confirm/\(token)"
    }

    /// Where alerts are ended, by a button and by one POST of a mail program (RFC 8058).
    package func stop(_ supporter: Supporter.ID, _ keyring: Keyring, _ language: Language, of section: Section) -> String {
        stopStart(language, of: section) + UnsubscribeToken.text(supporter, keyring)
    }

    /// What all of them begin with.
    func stopStart(_ language: Language, of section: Section) -> String { "\(origin(section))/\(language)/alerts/stop/" }

    /// Asks for the code that stands in the browser which asked for the link.
    package func enter(_ token: String, _ language: Language, of section: Section) -> String {
        "\(origin(section))/\(language)/my/enter/\(token)"
    }

    /// A page with a button that makes the new address the one we write to.
    package func newAddress(_ token: String, _ language: Language, of section: Section) -> String {
        "\(origin(section))/\(language)/my/address/\(token)"
    }

    /// A page with a button by which somebody who was long away stays.
    package func stay(_ token: String, _ language: Language, of section: Section) -> String {
        "\(origin(section))/\(language)/my/stay/\(token)"
    }

    /// My urgent actions, or the form to sign in.
    package func home(_ language: Language, of section: Section) -> String { "\(origin(section))/\(language)/my" }

    /// The form to sign up.
    package func signUp(_ language: Language, of section: Section) -> String { "\(origin(section))/\(language)/alerts" }
}
