package import Documents

/// What must come through a translation unchanged: names, references, addresses, numbers.
package struct Safeguard: Sendable {
    package enum Warning: Sendable, Equatable {
        /// A name, reference or address of the source that the target does not have.
        case missing(String)
        case missingNumber(String)
        /// A number that the source does not have.
        case otherNumber(String)
    }

    /// Names and references, the longest first.
    let kept: [String]

    package init(_ kept: [String]) {
        self.kept = Array(Set(kept.filter { $0.count > 1 })).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// What somebody should look at in a translation. Advice: numbers may rightly differ, as hours do.
    package func warnings(_ source: String, _ target: String) -> [Warning] {
        guard !target.isEmpty else { return [] }
        let missing = runs(source).compactMap { run in
            if case .kept(let name) = run, !target.contains(name) { return Warning.missing(name) }
            return nil
        }
        let bare = (Self.withoutKept(runs(source)), Self.withoutKept(runs(target)))
        let wanted = Self.numbers(bare.0), found = Self.numbers(bare.1)
        return missing.removingRepeats + Self.less(wanted, found).map { .missingNumber($0) } + Self.less(found, wanted).map { .otherNumber($0) }
    }

    /// The words with what is kept told apart.
    package func runs(_ text: String) -> [TranslationFile.Run] {
        var runs: [TranslationFile.Run] = [], words = "", place = text.startIndex
        while place < text.endIndex {
            let isStart = place == text.startIndex || !text[text.index(before: place)].isWordSign
            if isStart, let kept = kept(in: text, at: place) {
                if !words.isEmpty { runs.append(.words(words)) }
                runs.append(.kept(kept))
                words = ""
                place = text.index(place, offsetBy: kept.count)
            } else {
                words.append(text[place])
                place = text.index(after: place)
            }
        }
        return words.isEmpty ? runs : runs + [.words(words)]
    }

    private func kept(in text: String, at place: String.Index) -> String? {
        let rest = text[place...]
        let name = kept.first { name in rest.hasPrefix(name) && rest.dropFirst(name.count).first?.isWordSign != true }
        if let name { return name }
        return Self.address(rest)
    }

    /// An address of the web or of a mailbox, or somebody's handle.
    private static func address(_ rest: Substring) -> String? {
        let word = rest.prefix { !$0.isWhitespace && !"<>()[]“”«»\"".contains($0) }
        var end = word
        while let last = end.last, ".,;:!?".contains(last) { end = end.dropLast() }
        let isWeb = end.hasPrefix("https://") || end.hasPrefix("http://") || end.hasPrefix("www.")
        let isHandle = (end.hasPrefix("@") || end.hasPrefix("#")) && end.count > 2
        let parts = end.split(separator: "@", omittingEmptySubsequences: false)
        let isMail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        return isWeb && end.count > 8 || isHandle || isMail ? String(end) : nil
    }

    private static func withoutKept(_ runs: [TranslationFile.Run]) -> String {
        runs.map { if case .words(let text) = $0 { text } else { " " } }.joined()
    }

    /// The numbers of a text in digits of any script; a sign between groups of three is no end of one: "4,200", "4.200", "4 200".
    static func numbers(_ text: String) -> [String] {
        let signs = Array(text)
        var numbers: [String] = [], place = 0
        func digits(from start: Int) -> String { signs[start...].prefix { $0.digit != nil }.compactMap { $0.digit.map(String.init) }.joined() }
        while place < signs.count {
            var number = digits(from: place)
            guard !number.isEmpty else { place += 1; continue }
            place += number.count
            var isGrouped = number.count <= 3
            while isGrouped, place + 3 < signs.count, ",.'’ \u{A0}\u{202F}".contains(signs[place]) {
                let group = digits(from: place + 1)
                isGrouped = group.count == 3
                if isGrouped { (number, place) = (number + group, place + 4) }
            }
            numbers.append(number)
        }
        return numbers.map { number in String(number.drop { $0 == "0" }).isEmpty ? "0" : String(number.drop { $0 == "0" }) }
    }

    /// What `first` has more of than `second`.
    private static func less(_ first: [String], _ second: [String]) -> [String] {
        var left = second
        return first.filter { number in
            guard let place = left.firstIndex(of: number) else { return true }
            left.remove(at: place)
            return false
        }
    }
}

extension Character {
    fileprivate var isWordSign: Bool { isLetter || isNumber }

    /// Of a digit in any script, one sign each.
    fileprivate var digit: Int? {
        guard unicodeScalars.count == 1, unicodeScalars.first?.properties.numericType == .decimal else { return nil }
        return wholeNumberValue
    }
}

extension [Safeguard.Warning] {
    fileprivate var removingRepeats: Self { enumerated().filter { place, one in !self[..<place].contains(one) }.map(\.element) }
}
