/// One thing the reader saw, with its place and how sure it is; below the threshold an editor has to look.
package struct Finding: Hashable, Codable, Sendable {
    /// The key of the draft, "targets.name" for a part.
    package var field: String
    package var value: String?
    /// Line in the source, the first is 1.
    package var line: Int?
    /// From 0 to 1.
    package var confidence: Double
    package var note: FindingNote?

    /// Below this an editor decides.
    package static let threshold = 0.5

    package init(field: String, value: String? = nil, line: Int? = nil, confidence: Double, note: FindingNote? = nil) {
        self.field = field
        self.value = value
        self.line = line
        self.confidence = confidence
        self.note = note
    }
}
