import Campaign
import Documents

/// The card of somebody to write to.
struct AddresseePart: Sendable {
    let number: String
    let isCopy: Bool
    let roleLabel: String
    let addresseeName: String
    let office: String?
    let hasContacts: Bool
    let isUnfolded: Bool
    let channelsLine: String
    let contacts: [ContactPart]
    /// Where the embassy comes from when the register adds it, not the case.
    let seatLine: String?
    let salutation: String?
    let isStale: Bool
    let checkedLine: String
    let addresseeWritePath: String?
}

extension AddresseePart {
    static func all(_ view: ActionView) -> [AddresseePart] {
        (view.edition?.addressees ?? []).enumerated().map { AddresseePart($0.element, at: $0.offset, view) }
    }

    private init(_ addressee: Addressee, at position: Int, _ view: ActionView) {
        // of several the one that nobody looked at for longest: a new mail address says nothing of the street
        let reader = view.reader, checked = addressee.usableContacts.compactMap(\.checkedOn).min()
        let isStale = checked.map { $0.adding(days: 365) < reader.today } ?? true
        self.init(
            number: String(position + 1),
            isCopy: addressee.role == .copy,
            roleLabel: addressee.role == .copy ? reader.text("action.copy") : view.heading("action.target"),
            addresseeName: addressee.name ?? addressee.office ?? "",
            office: addressee.name == nil ? nil : addressee.office,
            hasContacts: !addressee.contacts.isEmpty,
            isUnfolded: position == 0,
            channelsLine: reader.channels(of: addressee),
            contacts: ContactPart.all(addressee, isOffered: view.isOpen, for: reader),
            seatLine: addressee.seat.map { Self.seatLine($0, reader) },
            salutation: addressee.salutation,
            isStale: checked != nil && isStale,
            checkedLine: Self.checkedLine(checked, isStale, reader),
            addresseeWritePath: view.isOpen ? Links.write(view.action.reference, reader.language, addressee: position + 1) : nil
        )
    }

    private static func seatLine(_ seat: MissionSeat, _ reader: Reader) -> String {
        let home = reader.names(of: [seat.receiving])
        guard let from = seat.accreditedFrom else { return reader.text("embassy.resident", ["country": home]) }
        return reader.text("embassy.accredited", ["country": home, "from": reader.names(of: [from])])
    }

    private static func checkedLine(_ checked: Day?, _ isStale: Bool, _ reader: Reader) -> String {
        guard let checked else { return reader.text("action.checked_never") }
        return reader.text(isStale ? "action.checked_old" : "action.checked", ["date": reader.days.long(checked)])
    }
}

extension Reader {
    /// "letter by post, fax": the ways an addressee can be reached.
    func channels(of addressee: Addressee) -> String {
        words.listed(Channel.allCases.filter { !addressee.contacts($0).isEmpty }.map { text("channel.\($0.rawValue)") })
    }
}
