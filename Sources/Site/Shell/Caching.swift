/// How long others may keep an answer.
package enum Caching: Sendable {
    /// Kept, but asked about each time: a page that may be withdrawn within the second.
    case revalidated
    /// Kept for good: an address that changes with its content.
    case immutable
    /// Not kept at all: forms, letters, anything made for one visitor.
    case never

    package var directive: String {
        switch self {
        case .revalidated: "no-cache"
        case .immutable: "public, max-age=31536000, immutable"
        case .never: "no-store"
        }
    }
}
