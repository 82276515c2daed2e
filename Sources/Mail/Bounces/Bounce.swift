/// One recipient that a message did not reach, or who complained about it.
package struct Bounce: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The address does not take mail and will not.
        case hard
        /// Not now, or not this message: nothing is said against the address.
        case soft
        /// The recipient called it unwanted.
        case complaint
    }

    package let kind: Kind
    /// As the report gives it, unchecked; an address of whom the report speaks, not necessarily one of ours.
    package let recipient: String?
    /// What followed the last "+" in the local part of our return path: the surest way to tell whom it was about.
    package let returnPathToken: String?
    /// Of the message that did not arrive, without angle brackets.
    package let messageID: String?
    /// The enhanced status code (RFC 3463), "5.1.1".
    package let status: String?

    package init(kind: Kind, recipient: String? = nil, returnPathToken: String? = nil, messageID: String? = nil, status: String? = nil) {
        self.kind = kind
        self.recipient = recipient
        self.returnPathToken = returnPathToken
        self.messageID = messageID
        self.status = status
    }
}
