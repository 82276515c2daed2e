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
    /// The worst that holds of an office and its contacts: one that fails, else what was not looked at for longest.
    package func checking(on today: Day) -> Checking {
        if contacts.contains(where: { !$0.isUsable }) { return .failing }
        let all = [Checking(facts.checkedOn, on: today)] + contacts.map { Checking($0.checkedOn, on: today) }
        return Checking.allCases.last(where: { $0 != .failing && all.contains($0) }) ?? .checked
    }

    /// Whether all the words stand somewhere in its titles, its key, its holders' names or its places.
    package func matches(_ words: [String]) -> Bool {
        let text = ([key] + facts.titles.languages.compactMap { facts.titles[$0] } + holders.map(\.name) + contacts.map(\.place))
            .joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}
