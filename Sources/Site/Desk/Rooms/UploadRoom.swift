import Campaign
import Documents

/// How much may be sent to an address, where that is more than any other form may be.
enum UploadRoom {
    static let logo = 4 << 20
    /// A table of the register and the form around it.
    static let table = CSVTable.byteLimit + 10_000

    /// A table of 5,000 rows of counts.
    static let counts = 1 << 20

    static func bytes(for path: String) -> Int {
        if path.hasPrefix("/desk/section/"), path.hasSuffix("/logo") { return logo }
        // A reply that is too long gets an answer of its own, with the words for it.
        if path.hasSuffix("/replies") { return ReplyBounds.upload * 2 }
        if path == CountingLinks.table { return counts }
        // What may be longer is bounded again by its route, once it knows who is there.
        if path.hasPrefix(ImportLinks.index) { return Limits.documents }
        if path.hasPrefix(DeskLinks.actions + "/") { return Limits.draft }
        return path == RegisterLinks.table ? table : Limits.form
    }
}
