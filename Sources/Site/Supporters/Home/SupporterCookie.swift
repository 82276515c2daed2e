import HTTPTypes
import Hummingbird

/// The cookies there are, all set only by somebody's own step: who is signed in, since when, and which browser asked for a link.
///
/// Over https their names begin with `__Host-`, so that no neighbouring host can set them (RFC 6265bis 4.1.3.2); plain http cannot have
/// that. None is ever read by a script, and none goes along when another site's page sends a form.
struct SupporterCookie: Sendable {
    /// Names the session; gone when the browser closes, or when it is signed out.
    static let session = SupporterCookie(bareName: "amparo-my", seconds: nil)
    /// Holds the code that was shown, so that the same browser need not type it.
    static let code = SupporterCookie(bareName: "amparo-code", seconds: 15 * 60)

    /// Says that the sign-in was a moment ago.
    static let fresh = SupporterCookie(bareName: "amparo-fresh", seconds: FreshProof.seconds)

    let bareName: String
    let seconds: Int?
    var sameSite = "Lax"

    /// The value a browser sent, under exactly the name that we set: over https the bare name may be a neighbour's. Fields are told apart by bytes,
    /// as browsers do: a Greek question mark is a semicolon to whoever compares characters, and would let a neighbour's value begin a field.
    func value(in request: Request, isSecure: Bool) -> String? {
        let name = name(isSecure)
        for field in request.headers[values: .cookie] {
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1).map { $0.filter { $0 != 0x20 && $0 != 0x09 } }
                if parts.count == 2, parts[0].elementsEqual(name.utf8), !parts[1].isEmpty { return String(decoding: parts[1], as: UTF8.self) }
            }
        }
        return nil
    }

    func set(_ value: String, isSecure: Bool) -> String {
        field(value, isSecure, seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    func removal(isSecure: Bool) -> String {
        field("", isSecure, "; Max-Age=0")
    }

    private func name(_ isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + bareName }

    private func field(_ value: String, _ isSecure: Bool, _ more: String) -> String {
        "\(name(isSecure))=\(value); Path=/; HttpOnly; SameSite=\(sameSite)\(isSecure ? "; Secure" : "")\(more)"
    }
}

extension Response {
    /// This answer with a cookie set or removed.
    func adding(cookie: String) -> Response {
        var response = self
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }
}
