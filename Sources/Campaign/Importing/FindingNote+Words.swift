package import Documents

extension Translations {
    /// What is odd about a finding, for staff.
    package func text(_ note: FindingNote) -> String {
        text("desk.finding_\(note.code.rawValue)", note.value.map { ["value": $0] } ?? [:])
    }
}
