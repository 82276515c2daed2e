import Foundation
import HTTPTypes
import Hummingbird
import Campaign
import NIOCore

/// The JSON object that a program sent. Its members are of the kinds that are described and of no other: what a form forgives, a program is told.
struct ProgramBody {
    /// Of texts and whole numbers alone.
    private let members: [String: any Sendable]
    /// All of it in one text, the same for the same content.
    let text: String

    /// Throws ``ProgramRefusal``, `FormRefusal`, `FormProblems` for a member that is not known.
    static func read(_ request: Request, knowing known: Set<String>) async throws -> ProgramBody {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased().filter { !$0.isWhitespace }
        guard type == "application/json" || type?.hasSuffix("+json") == true else { throw FormRefusal.unknownType }
        let buffer = try await request.body.collect(upTo: Limits.form), bytes = Data(buffer.readableBytesView)
        guard let found = try? JSONDecoder().decode([String: Scalar].self, from: bytes) else {
            throw ProgramRefusal(problem: .badRequest, status: .badRequest, message: Message("api.no_json"))
        }
        var problems = FormProblems()
        for name in found.keys.sorted() where !known.contains(name) { problems.add(String(name.prefix(40)), Message("api.unknown_member")) }
        guard problems.isEmpty else { throw problems }
        return ProgramBody(
            members: found.compactMapValues(\.value),
            text: found.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }.joined(separator: "\n"))
    }

    func words(_ name: String) -> String? { members[name] as? String }
    func number(_ name: String) -> Int? { members[name] as? Int }

    private struct Scalar: Decodable {
        let value: (any Sendable)?
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let truth = try? container.decode(Bool.self) {
                (value, text) = (truth, "truth \(truth)")
            } else if let number = try? container.decode(Int.self) {
                (value, text) = (number, "number \(number)")
            } else if let words = try? container.decode(String.self) {
                (value, text) = (words, "words \(words.utf8.count) \(words)")
            } else {
                (value, text) = (nil, "other")
            }
        }
    }
}
