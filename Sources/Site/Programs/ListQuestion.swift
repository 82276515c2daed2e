import Campaign
import Documents
import Hummingbird

/// What an address of a list asks for. Every word that it does not know is refused, so that nobody takes an unfiltered list for a filtered one.
struct ListQuestion: Sendable {
    static let usual = 25
    static let most = 100

    var country: Country?
    var topic: Topic?
    var takesLetters = false
    var limit = usual
    var after: ListPlace?

    /// Throws ``ProgramRefusal`` with the name of what cannot be read.
    ///
    /// - Parameter known: the names that this list has.
    init(_ request: Request, knowing known: Set<String>) throws {
        guard let query = try? FormBody(urlEncoded: Array((request.uri.query ?? "").utf8)) else { throw ProgramRefusal.query("") }
        if let other = query.fields.first(where: { !known.contains($0.name) }) { throw ProgramRefusal.query(String(other.name.prefix(40))) }
        if let twice = known.first(where: { query.all($0).count > 1 }) { throw ProgramRefusal.query(twice) }
        country = try query.read("country", or: ProgramRefusal.nothing) { try? Country.named($0) }
        topic = try query.read("topic", or: ProgramRefusal.nothing) { Topic(rawValue: $0) }
        after = try query.read("cursor", or: ProgramRefusal.nothing) { ListPlace($0) }
        limit = try query.read("limit") { text in Int(text).flatMap { (1...Self.most).contains($0) && String($0) == text ? $0 : nil } } ?? Self.usual
        takesLetters = try query.read("takes_letters") { $0 == "true" ? true : nil } ?? false
    }

    /// The same question always under the same address.
    func address(_ path: String) -> String {
        "\(path)?\(country?.code ?? "")&\(topic?.rawValue ?? "")&\(takesLetters)&\(limit)&\(after?.text ?? "")"
    }
}

extension FormBody {
    fileprivate func read<Read>(
        _ name: String, or refusal: (String) -> ProgramRefusal = ProgramRefusal.query, _ read: (String) -> Read?
    ) throws(ProgramRefusal) -> Read? {
        guard let text = self[name] else { return nil }
        guard let value = read(text) else { throw refusal(name) }
        return value
    }
}
