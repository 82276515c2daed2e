import Campaign
import Synchronization

/// The scheme and host that addresses leaving the page begin with: always the section's own host, never the one the request named.
final class Origins: Sendable {
    /// The port the program itself listens on, known once it does; only names under `localhost` are reached through it.
    private let port = Atomic(0)

    func listen(on port: Int) {
        self.port.store(port, ordering: .relaxed)
    }

    func origin(of section: Section) -> String {
        Self.text(of: section, port: port.load(ordering: .relaxed))
    }

    static func text(of section: Section, port: Int) -> String {
        section.host.hasSuffix("localhost") ? "http://\(section.host):\(port)" : "https://\(section.host)"
    }
}
