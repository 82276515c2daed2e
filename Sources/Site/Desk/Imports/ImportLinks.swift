import Campaign
import Documents

/// The addresses of documents under review.
enum ImportLinks {
    static let index = "/desk/imports"
    static let pasted = index + "/pasted"
    static let uploaded = index + "/uploaded"
    static let progress = index + "/progress"

    static func review(_ id: Review.ID) -> String { "\(index)/\(id)" }
    static func original(_ id: Review.ID) -> String { review(id) + "/original" }
    static func acceptance(_ id: Review.ID) -> String { review(id) + "/acceptance" }
    static func refusal(_ id: Review.ID) -> String { review(id) + "/refusal" }

    /// Where one goes on with a draft that was accepted.
    static func draft(_ reference: Reference, _ ordinal: Int) -> String { AuthoringLinks.editor(reference, ordinal) }
}
