import Documents
import Synchronization

/// How large the documents are, as far as they were made: measured, never guessed, and forgotten when the document says something else.
final class DocumentSizes: Sendable {
    private struct Size: Sendable {
        let content: Int
        let bytes: Int
    }

    /// A document and all its forms have an address each; beyond this all are measured anew.
    private static let most = 20_000
    private let sizes = Mutex<[String: Size]>([:])

    /// The bytes of the document at `address` when it was last made, if it still says the same.
    func bytes(of sheet: CaseSheet, at address: String) -> Int? {
        sizes.withLock { $0[address] }.flatMap { $0.content == sheet.hashValue ? $0.bytes : nil }
    }

    func note(_ bytes: Int, of sheet: CaseSheet, at address: String) {
        let size = Size(content: sheet.hashValue, bytes: bytes)
        sizes.withLock { sizes in
            if sizes.count >= Self.most { sizes = [:] }
            sizes[address] = size
        }
    }
}
