import Storage

/// Whose accounts may be in one pair of hands: whoever invited or reset somebody held the link by which that account is entered.
///
/// Two eyes of one person are no second pair. For ``days`` after such a link was made its maker and its owner count as one, and so do all whose
/// links one person made. Who was let in by a command on the machine is nobody's.
package struct SharedHands: Sendable {
    /// Long enough for somebody to come back from leave and find that they cannot sign in.
    package static let days = 14

    /// A link that was made for somebody.
    package struct Link: Sendable, Equatable {
        package let member: StaffMember.ID
        package let by: StaffMember.ID
        package let at: Instant

        /// Until when the two count as one.
        package var until: Instant { at.adding(seconds: SharedHands.days * 86_400) }
    }

    package let links: [Link]

    /// Whether somebody may be the same person as one of the others.
    func join(_ member: String, to others: Set<String>) -> Bool {
        var reached: Set = [member], isGrowing = true
        while isGrowing {
            isGrowing = false
            for link in links where reached.contains(link.member.text) != reached.contains(link.by.text) {
                reached.formUnion([link.member.text, link.by.text])
                isGrowing = true
            }
        }
        return !reached.subtracting([member]).isDisjoint(with: others)
    }
}

/// Why somebody is no second pair of eyes: their account and a writer's were opened by one person a short while ago.
struct SharedHandsRefusal: Refusal, Equatable {
    var kind: RefusalKind { .forbidden }
    var message: Message { Message("desk.refused_shared_hands", ["days": String(SharedHands.days)]) }
}
