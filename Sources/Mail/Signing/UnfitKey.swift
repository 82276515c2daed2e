/// Why mail cannot be signed with what was given.
package enum UnfitKey: Error, Equatable, CustomStringConvertible {
    case noKey
    case wrongKind
    case tooShort(bits: Int)
    case domain(String)
    case selector(String)
    case failed

    package var description: String {
        switch self {
        case .noKey: "the key file holds no private key in PEM form"
        case .wrongKind: "the key is neither RSA nor Ed25519"
        case .tooShort(let bits): "the RSA key has \(bits) bits; receivers want 1024 at least and better 2048 (RFC 8301)"
        case .domain(let name): "\(name) is no domain"
        case .selector(let name): "\(name) is no selector: letters, digits, hyphens, parted by full stops"
        case .failed: "the message could not be signed"
        }
    }
}
