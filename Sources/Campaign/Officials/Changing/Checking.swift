package import Documents

/// How long ago somebody looked whether something of the register is still so.
package enum Checking: String, Sendable, CaseIterable {
    case checked, due, overdue, failing

    /// Twelve months are what readers are told of; two months before, it is time.
    private static let dueDays = 305, overdueDays = 365

    package init(_ checkedOn: Day?, on today: Day) {
        guard let checkedOn else { self = .overdue; return }
        let age = checkedOn.days(until: today)
        self = age > Self.overdueDays ? .overdue : age > Self.dueDays ? .due : .checked
    }
}

extension Official {
    /// When somebody looked at what is known today: the office, who holds it, each contact. nil where nobody did.
    package func checks(on today: Day) -> [Day?] {
        [facts.checkedOn] + [holder(on: today)].compactMap(\.self).map(\.checkedOn) + contacts.map(\.checkedOn)
    }

    /// The worst that holds of it: a contact that fails, else what was not looked at for longest.
    package func checking(on today: Day) -> Checking {
        if contacts.contains(where: { !$0.isUsable }) { return .failing }
        let all = checks(on: today).map { Checking($0, on: today) }
        return Checking.allCases.last(where: { $0 != .failing && all.contains($0) }) ?? .checked
    }

    /// Whether all the words stand somewhere in its titles, its key, its holders' names or its places.
    package func matches(_ words: [String]) -> Bool {
        let text = ([key] + facts.titles.languages.compactMap { facts.titles[$0] } + holders.map(\.name) + contacts.map(\.place))
            .joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}
