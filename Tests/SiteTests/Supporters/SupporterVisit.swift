import Campaign
import Documents
import Site
import TestSupport

/// A running site that can write letters, and the tray they lie in.
struct SupporterVisit {
    let amparo: RunningAmparo
    let tray: LetterTray

    struct NoLetter: Error {}

    /// The next letter; it is written after the answer has left.
    func letter() async throws -> SupporterLetter {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(30) {
            if let letter = tray.empty().first { return letter }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NoLetter()
    }

    /// The path that a letter's link leads to.
    func path() async throws -> String {
        guard let link = try await letter().link, let scheme = link.firstRange(of: "://") else { throw NoLetter() }
        return String(link[scheme.upperBound...].drop { $0 != "/" })
    }

    /// Fills in the form with an address and what else it says; gives the answer.
    func signUp(_ address: String, _ more: [(String, String)] = [], _ headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await amparo.post("/en/alerts", [("address", address)] + more, headers)
    }

    /// Signs up and confirms.
    func join(_ address: String, _ more: [(String, String)] = []) async throws {
        _ = try await signUp(address, more)
        _ = try await amparo.post(try await path(), [])
    }

    /// Signs in in one browser; gives its cookies.
    func enter(_ address: String) async throws -> String {
        let asked = try await amparo.post("/en/my/sign-in", [("address", address)])
        let answer = try await amparo.post(try await path(), [], ["cookie": asked.cookies])
        return answer.cookies
    }
}

/// Runs `body` beside a site with alerts.
///
/// - Parameter mail: false for a server on which no mail is set up.
func withSupporters<T: Sendable>(_ engine: Engine = .sqlite, mail: Bool = true, _ body: (SupporterVisit) async throws -> T) async throws -> T {
    let tray = LetterTray()
    return try await withAmparo(engine, supporters: SupporterDesk(keyring: try .still(), postbox: mail ? tray : nil)) { amparo in
        try await body(SupporterVisit(amparo: amparo, tray: tray))
    }
}

extension HTTPAnswer {
    /// What the answer sets, as a browser would send it back; what it removes is left out.
    var cookies: String {
        headers.filter { $0.name == "set-cookie" && !$0.value.contains("Max-Age=0") }.compactMap {
            $0.value.split(separator: ";").first.map(String.init)
        }
        .joined(separator: "; ")
    }
}
