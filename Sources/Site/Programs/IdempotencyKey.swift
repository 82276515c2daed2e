import Campaign
import HTTPTypes
import Hummingbird

/// The name that a program gives to what it asks for, so that asking again does nothing more: a quoted string, as the draft has it, or the same
/// without its quotes, as many clients send it.
///
///     Idempotency-Key: "8e03978e-40d5-43dd-bc93-6894a57f9324"
struct IdempotencyKey {
    let text: String

    /// Throws ``ProgramRefusal`` where there is none, or it is unfit.
    init(_ request: Request) throws {
        let field = request.headers[.idempotencyKey] ?? ""
        let isQuoted = field.utf8.count >= 2 && field.hasPrefix("\"") && field.hasSuffix("\"")
        let text = isQuoted ? String(field.dropFirst().dropLast()) : field
        guard (8...128).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) else {
            throw ProgramRefusal(problem: .noName, status: .badRequest, message: Message("api.no_name"))
        }
        self.text = text
    }
}

extension HTTPField.Name {
    fileprivate static let idempotencyKey = Self("idempotency-key") ?? .authorization
}
