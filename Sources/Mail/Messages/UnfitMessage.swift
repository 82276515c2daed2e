/// Why something is not written as a message: it would end a header field early, or be no field at all. Such a message is never sent.
package enum UnfitMessage: Error, Equatable, CustomStringConvertible {
    case controlCharacter(field: String)
    case malformed(field: String)

    package var description: String {
        switch self {
        case .controlCharacter(let field): "the field \(field) has a line break or another control character in it"
        case .malformed(let field): "the field \(field) is not in its form"
        }
    }
}
