package import Documents

/// Who gets copies in the reader's country: the mission of the state that an action is about (handbook 3.7).
///
/// What a section prints for its own readers wins. Else it is the resident embassy from the register, else one that is accredited from another
/// country, else none; and whom another national section copies at its own embassies is not for these readers.
package struct EmbassyRule: Sendable {
    let section: Section
    let publishers: [Section]
    let missions: [Official]
    let today: Day

    /// - Parameters:
    ///   - section: the reader's.
    ///   - publishers: all sections, to know whose embassies an edition copies.
    package init(section: Section, publishers: [Section], missions: [Official], today: Day) {
        self.section = section
        self.publishers = publishers
        self.missions = missions
        self.today = today
    }

    /// What became of an edition for the section's readers.
    package struct Applied: Sendable, Equatable {
        package let edition: Edition
        /// The states that have no mission here that the register knows: said on the page.
        package let withoutMission: [Country]
    }

    /// - Parameter languages: those in which a mission's name is looked for, best first.
    package func applied(to edition: Edition, about countries: [Country], in languages: [Language]) -> Applied {
        guard let home = section.country.flatMap({ Country($0) }), !isPrinted(edition) else { return Applied(edition: edition, withoutMission: []) }
        let abroad = countries.filter { $0 != home }, found = abroad.compactMap { mission(of: $0) }
        guard !abroad.isEmpty else { return Applied(edition: edition, withoutMission: []) }
        let kept: [Addressee] = edition.addressees.filter { !isOfAnotherSection($0, edition) && (found.isEmpty || !$0.isPlaceholder) }
        let copies: [Addressee] = found.map { Addressee($0, on: today, in: languages) }
        return Applied(edition: edition.addressing(kept + copies), withoutMission: abroad.filter { mission(of: $0) == nil })
    }

    /// The resident embassy of a state, else one accredited from elsewhere.
    package func mission(of sending: Country) -> Official? {
        let current = missions.filter { $0.facts.country == sending && $0.facts.isValid(on: today) && $0.facts.seat?.takesCopies == true }
        return current.min { one, other in
            (one.facts.seat?.accreditedFrom == nil ? 0 : 1, one.key) < (other.facts.seat?.accreditedFrom == nil ? 0 : 1, other.key)
        }
    }

    /// Whether the section itself says which embassy its readers copy: by its name, or by an address where the embassies are. Copies to
    /// others, a ministry or a court, are no answer to that.
    private func isPrinted(_ edition: Edition) -> Bool {
        edition.section == section.code
            && edition.addressees.contains { $0.isAddressed(in: section.embassyCities) || ($0.isMission && !$0.isPlaceholder) }
    }

    /// Somebody at an embassy to the country of the section that published the edition, which is not the readers'.
    private func isOfAnotherSection(_ addressee: Addressee, _ edition: Edition) -> Bool {
        guard let publisher = publishers.first(where: { $0.code == edition.section }), publisher.country != section.country else { return false }
        return addressee.isAddressed(in: publisher.embassyCities)
    }
}

extension Addressee {
    /// Whether name or office speak of an embassy or of an ambassador, in the languages of editions.
    fileprivate var isMission: Bool {
        let words = [name, office].compactMap { $0 }.joined(separator: " ").lowercased()
        return ["embass", "ambass", "embaj", "embaix", "ambasc", "botschaft", "high commission", "سفار", "سفير"].contains { words.contains($0) }
    }

    /// "The embassy in your country", with no address: nothing is lost when the embassy itself takes its place.
    fileprivate var isPlaceholder: Bool { role == .copy && contacts.isEmpty }

    /// Whole words, since San Bernardo is not Bern.
    fileprivate func isAddressed(in cities: [String]) -> Bool {
        let printed = contacts.filter { $0.channel == .post }.compactMap(\.place).flatMap { $0.split { !$0.isLetter } }.map(String.init)
        return !Set(cities).isDisjoint(with: printed)
    }

    /// A mission as the register knows it today: its contacts that work, the preferred ones first.
    fileprivate init(_ mission: Official, on today: Day, in languages: [Language]) {
        let holder = mission.holder(on: today), usable = mission.contacts.filter(\.isUsable)
        self.init(
            role: .copy,
            name: holder.map { [$0.honorific, $0.name].compactMap { $0 }.joined(separator: " ") },
            office: mission.facts.titles.text(in: languages),
            salutation: holder?.salutations.text(in: languages),
            contacts: (usable.filter { $0.isPreferred == true } + usable.filter { $0.isPreferred != true }).map {
                ContactPoint(channel: $0.channel, place: $0.place, checkedOn: $0.checkedOn ?? mission.facts.checkedOn)
            },
            seat: mission.facts.seat
        )
    }
}

extension Edition {
    fileprivate func addressing(_ addressees: [Addressee]) -> Edition {
        Edition(id: id, section: section, addressees: addressees, words: words, downloads: downloads)
    }
}
