/// How a section prints the number of a case.
package enum ReferenceStyle: String, Codable, Hashable, Sendable, CaseIterable {
    /// "UA 119/21"
    case slash
    /// "UA 119.21"
    case dot
    /// "UA 044/22"
    case padded
}
