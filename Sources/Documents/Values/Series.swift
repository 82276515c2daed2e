/// The numbering a case belongs to: each series counts for itself, so UA 31/93 and EX 31/93 are two different cases.
package enum Series: String, Codable, Hashable, Sendable, CaseIterable {
    /// Urgent Action; printed AU in French and Spanish.
    case UA
    /// "Extra" actions, mostly imminent executions.
    case EX
    /// Medical Action.
    case MA
    /// A further series of the archive, numbered apart.
    case NSA
}

extension Series {
    /// The series that a printed prefix stands for, in whatever case it is written: "AU", "uaa" and "FI" are all UA.
    package init?(prefix: some StringProtocol) {
        switch prefix.uppercased() {
        case "UA", "UAA", "AU", "FI", "URGENT ACTION", "ACTION URGENTE", "ACCIÓN URGENTE", "ACCION URGENTE": self = .UA
        case "EX", "EXTRA": self = .EX
        case "MA", "MEDICAL ACTION": self = .MA
        case "NSA": self = .NSA
        default: return nil
        }
    }
}
