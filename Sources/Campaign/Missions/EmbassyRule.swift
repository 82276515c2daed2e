package import Documents

/// Who gets copies in the reader's country: the mission of the state that an action is about (handbook 3.7).
///
/// What a section prints for its own readers wins. Else it is the resident embassy from the register, else one that is accredited from another
/// country, else none; and an embassy to another section's country is not for these readers.
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
        package var withoutMission: [Country] = []
        /// The states whose missions elsewhere were left out, for readers of no country: each has one where they live, and that is said.
        package var accreditedAnywhere: [Country] = []
    }

    /// - Parameter languages: those in which a mission's name is looked for, best first.
    package func applied(to edition: Edition, about countries: [Country], in languages: [Language]) -> Applied {
        let kept = edition.addressees.filter { !isAbroad($0, edition, about: countries) }
        guard let home = section.country.flatMap({ Country($0) }) else {
            return Applied(edition: edition.addressing(kept), accreditedAnywhere: kept.count < edition.addressees.count ? countries : [])
        }
        let abroad = countries.filter { $0 != home }, found = abroad.compactMap { mission(of: $0) }
        guard !abroad.isEmpty, !isPrinted(edition, about: countries) else { return Applied(edition: edition) }
        let others = found.isEmpty ? kept : kept.filter { !$0.isPlaceholder }
        let copies: [Addressee] = found.map { Addressee($0, on: today, in: languages) }
        return Applied(edition: edition.addressing(others + copies), withoutMission: abroad.filter { mission(of: $0) == nil })
    }

    /// In which country somebody sits whom an edition names: where the address says so itself, else where the register or the rule of
    /// embassies has an embassy, else, for who is asked to act, the country of concern. nil when nobody can tell.
    package func country(of addressee: Addressee, in edition: Edition, about countries: [Country]) -> Country? {
        if let printed = PostalAddress(country: nil, lines: addressee.addressLines).country { return printed }
        if let seat = addressee.seat { return seat.accreditedFrom ?? seat.receiving }
        if let host = host(of: addressee, edition, about: countries) { return host.country.flatMap { Country($0) } }
        return addressee.role == .target && countries.count == 1 && !addressee.isMission ? countries.first : nil
    }

    /// The resident embassy of a state, else one accredited from elsewhere.
    package func mission(of sending: Country) -> Official? {
        let current = missions.filter { $0.facts.country == sending && $0.facts.isValid(on: today) && $0.facts.seat?.takesCopies == true }
        return current.min { one, other in
            (one.facts.seat?.accreditedFrom == nil ? 0 : 1, one.key) < (other.facts.seat?.accreditedFrom == nil ? 0 : 1, other.key)
        }
    }

    /// Whether it is said which embassy the section's readers copy: by its name, or by an address where the embassies are. Copies to
    /// others, a ministry or a court, are no answer to that.
    private func isPrinted(_ edition: Edition, about countries: [Country]) -> Bool {
        edition.addressees.contains { !$0.isPlaceholder && host(of: $0, edition, about: countries)?.country == section.country }
    }

    /// Somebody at an embassy to the country of a section which is not the readers'.
    private func isAbroad(_ addressee: Addressee, _ edition: Edition, about countries: [Country]) -> Bool {
        guard let host = host(of: addressee, edition, about: countries), !addressee.isPlaceholder else { return false }
        return host.country != section.country
    }

    /// The section to whose country somebody's embassy is sent: told by its city and its name, one of them being enough in the country of
    /// the section that published the edition. nil for who is at no embassy, and for an embassy nobody can place.
    ///
    /// In the country of concern itself the city of the embassies is where the government sits.
    private func host(of addressee: Addressee, _ edition: Edition, about countries: [Country]) -> Section? {
        let hosts = publishers.filter { host in host.country.flatMap { Country($0) }.map { !countries.contains($0) } ?? false }
        let publisher = hosts.first { $0.code == edition.section }
        if let publisher, addressee.isAddressed(in: publisher.embassyCities) { return publisher }
        guard addressee.isMission else { return nil }
        return hosts.first { addressee.isAddressed(in: $0.embassyCities) } ?? publisher
    }
}

extension Addressee {
    /// Whether name or office speak of an embassy or of an ambassador, or an address begins with one, in the languages of editions.
    fileprivate var isMission: Bool {
        let titles = [name, office].compactMap { $0 }.joined(separator: " ").lowercased(), lines = addressLines.map { $0.lowercased() }
        return Self.missionWords.contains { titles.contains($0) } || Self.missionNames.contains { name in lines.contains { $0.hasPrefix(name) } }
    }

    private static let missionWords = ["embass", "ambass", "embaj", "embaix", "ambasc", "botschaft", "high commission", "سفار", "سفير"]
    /// Unlike these, an Embassy Road can be anywhere.
    private static let missionNames = [
        "embassy of", "ambassade d", "embajada d", "embaixada d", "ambasciata d", "botschaft de", "botschaft von", "high commission of",
        "high commission for", "سفارة",
    ]

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
