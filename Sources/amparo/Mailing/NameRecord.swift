/// What the domain name system knows of a name.
enum NameRecord: Equatable {
    /// The kinds that are asked for, by their numbers (RFC 1035 section 3.2.2, RFC 3596).
    enum Kind: Int {
        case address = 1
        case pointer = 12
        case exchange = 15
        case text = 16
        case longAddress = 28
    }

    case text(String)
    /// An address in numbers.
    case address(String)
    /// The name that a pointer or a mail exchange leads to.
    case name(String)
}
