/// The unlabelled lines of an addressee told apart: name, office, address. Where nothing parts them the result is a proposal.
struct AddressReading {
    private let lines: [TextLine]
    private let vocabulary: Vocabulary

    init(_ lines: [TextLine], _ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
        if lines.count == 1, lines[0].words.count > 6 {
            self.lines = Self.atCommas(lines[0], vocabulary) ?? OneLineAddress(lines[0], vocabulary).parts
        } else {
            self.lines = Self.withoutKind(Self.styleJoined(lines, vocabulary), vocabulary)
        }
    }

    func fill(_ target: inout ActionDraft.Target) {
        for (index, line) in lines.enumerated() {
            if index < 4, target.name == nil, let (role, name) = roleAndName(line) ?? nameAndRole(line) {
                target.role = target.role ?? role
                target.name = name
            } else if index < 3, target.role == nil, isRole(line) || index == 0 && isRoleAboveName {
                target.role = line.text.stripped
            } else if !isInstitution(line), target.name == nil, index < 3, looksLikeName(line), !isTown(line, at: index, target) {
                target.name = withoutHonorific(line).text.stripped
            } else if line.text.stripped != target.role {
                target.addressLines.append(line.text.trimmed)
            }
        }
        if target.name == nil, target.role == nil, let first = lines.first, isInstitution(first) || isBody(first), !target.addressLines.isEmpty {
            target.name = target.addressLines.removeFirst()
        }
    }

    /// "Minister of Justice, Ms Ana Lind, Palace of Justice, Springfield": an addressee parted by commas alone, office or name first.
    private static func atCommas(_ line: TextLine, _ vocabulary: Vocabulary) -> [TextLine]? {
        let parts = line.text.split(separator: ",").map { TextLine($0.trimmed, number: line.number, page: line.page) }.filter { !$0.isBlank }
        guard parts.count >= 4, parts[0].words.count <= 8, parts[1].words.count <= 8 else { return nil }
        let heads = parts.prefix(2).map { vocabulary[.role].hit(in: $0.words, at: 0) ?? vocabulary[.honorific].hit(in: $0.words, at: 0) }
        return heads.allSatisfy { $0 != nil } ? parts : nil
    }

    /// "S. E. Herrn" above the name: a style alone on its line goes with the next.
    private static func styleJoined(_ lines: [TextLine], _ vocabulary: Vocabulary) -> [TextLine] {
        guard lines.count > 1, let first = lines.first, (1...4).contains(first.words.count) else { return lines }
        var index = 0
        while index < first.words.count, let hit = vocabulary[.honorific].hit(in: first.words, at: index) { index = hit.words.upperBound }
        guard index == first.words.count else { return lines }
        return [TextLine(first.text + " " + lines[1].text, number: first.number, page: first.page)] + lines.dropFirst(2)
    }

    /// "Newspaper:" above an address says of what kind it is; an office with a colon stays.
    private static func withoutKind(_ lines: [TextLine], _ vocabulary: Vocabulary) -> [TextLine] {
        guard lines.count > 1, let first = lines.first, first.utf8.last == 0x3A, first.words.count <= 4,
            vocabulary[.role].first(in: first.words) == nil
        else { return lines }
        return Array(lines.dropFirst())
    }

    /// A single word below an office and a line of its address, or above the last line, is a town.
    private func isTown(_ line: TextLine, at index: Int, _ target: ActionDraft.Target) -> Bool {
        guard line.words.count <= 2, target.role != nil, index > 0 else { return false }
        let isAboveCountry = index + 2 == lines.count && CountryNames.shared.hit(in: lines[index + 1].words, at: 0)?.kind == .name
        return line.words.count == 1 && (!target.addressLines.isEmpty || isAboveCountry)
    }

    /// Whether a block of lines holds an address: a line with a number, a street or an institution.
    static func looksLikeAddress(_ lines: [TextLine], _ vocabulary: Vocabulary) -> Bool {
        let reading = AddressReading([], vocabulary)
        if let first = lines.first, let last = lines.last, reading.isRole(first), CountryLine(last)?.rest.isBlank == true { return true }
        return lines.contains { $0.words.contains(where: \.isNumber) || reading.isInstitution($0) || vocabulary[.street].first(in: $0.words) != nil }
            && lines.allSatisfy { $0.words.count <= 14 }
    }
}

extension AddressReading {
    /// "Ambassador Sigrid Lund", "President: His Excellency Said Harun"
    private func roleAndName(_ whole: TextLine) -> (String, String)? {
        // "H.E. Ambassador Sigrid Lund", but "His Majesty King …" is a name
        let untitled = withoutHonorific(whole)
        let isRoyal = whole.words.prefix(3).contains { ["majesty", "highness"].contains($0.folded) }
        let line = isRoyal || vocabulary[.role].hit(in: untitled.words, at: 0) == nil ? whole : untitled
        guard let role = vocabulary[.role].hit(in: line.words, at: 0), role.words.upperBound < line.words.count,
            !isCrowned(line)
        else { return nil }
        let next = RolePhrase.end(in: line.words, from: role.words.upperBound, vocabulary)
        let roleEnd = line.words[next - 1].range.upperBound
        guard next == role.words.upperBound || next < line.words.count && OneLineAddress.isName(line.words[next...]) else { return nil }
        let rest = TextLine(line.part(from: roleEnd).text.stripped, number: line.number)
        guard next < line.words.count, line.words[next].isCapitalised, !rest.words.isEmpty, looksLikeName(rest) else { return nil }
        return (line.text(0..<roleEnd), withoutHonorific(rest).text.stripped)
    }

    /// "King Salman": the word belongs to the name.
    private func isCrowned(_ line: TextLine) -> Bool {
        line.words.count > 1 && Self.crowned.contains(line.words[0].folded) && line.words[1].joint == .blank && line.words[1].isCapitalised
    }

    private static let crowned: Set<String> = ["king", "queen", "sultan", "emir", "prince", "princess"]

    /// "Ms Rosalind Gray, Presiding Officer"
    private func nameAndRole(_ line: TextLine) -> (String, String)? {
        guard let comma = line.utf8.firstIndex(of: 0x2C), !line.words.contains(where: \.isNumber) else { return nil }
        let name = line.part(0..<comma), role = line.part(from: comma + 1)
        guard vocabulary[.role].hit(in: role.words, at: 0) != nil, withoutHonorific(name).words.count > 1 || startsWithHonorific(name),
            vocabulary[.role].hit(in: name.words, at: 0) == nil, !isInstitution(name), looksLikeName(name)
        else { return nil }
        return (role.text.stripped, withoutHonorific(name).text.stripped)
    }

    /// "Istanbul Chief of Police" or an office in capitals, where the next line is a name.
    private var isRoleAboveName: Bool {
        guard lines.count > 1, !lines[0].words.contains(where: \.isNumber), !isInstitution(lines[0]), !startsWithHonorific(lines[0]),
            looksLikeName(lines[1]), !isInstitution(lines[1]), !isRole(lines[1])
        else { return false }
        let isShouted = lines[0].words.allSatisfy { $0.shape == .capitals } && !lines[1].words.allSatisfy { $0.shape == .capitals }
        return isShouted || vocabulary[.role].first(in: lines[0].words, from: 1, to: 4) != nil
    }

    /// The name of a body that no word of ours calls one: "La Voix des Sans-Voix" above its address.
    private func isBody(_ line: TextLine) -> Bool {
        lines.count > 1 && !line.words.contains(where: \.isNumber) && (1...10).contains(line.words.count)
            && vocabulary[.street].first(in: line.words) == nil && line.words.contains(where: \.isCapitalised)
    }

    private func isRole(_ line: TextLine) -> Bool {
        guard let role = vocabulary[.role].hit(in: line.words, at: 0), !line.words.contains(where: \.isNumber), !isCrowned(line) else { return false }
        // "General Secretary" is an office although "General" is a style
        let honorific = vocabulary[.honorific].hit(in: line.words, at: 0)?.words.count ?? 0
        return role.words.count > honorific || !startsWithHonorific(line)
    }

    private func isInstitution(_ line: TextLine) -> Bool {
        vocabulary[.institution].first(in: line.words, to: 3) != nil && !startsWithHonorific(line)
    }

    private func startsWithHonorific(_ line: TextLine) -> Bool {
        guard let hit = vocabulary[.honorific].hit(in: line.words, at: 0) else { return false }
        return hit.words.upperBound < line.words.count
    }

    /// A few capitalised words and particles, no number, no street.
    private func looksLikeName(_ line: TextLine) -> Bool {
        let rest = withoutHonorific(line)
        guard (1...9).contains(rest.words.count), !rest.words.contains(where: \.isNumber), vocabulary[.street].hit(in: rest.words, at: 0) == nil
        else { return false }
        if let first = rest.words.first, first.isUncased { return rest.words.count <= 5 && vocabulary[.stopword].hit(in: rest.words, at: 0) == nil }
        return rest.words.first?.shape != .small
            && rest.words.allSatisfy { $0.isCapitalised || vocabulary[.particle].hit(in: [$0], at: 0) != nil || $0.joint == .hyphen }
    }

    private func withoutHonorific(_ line: TextLine) -> TextLine {
        var index = 0
        while let hit = vocabulary[.honorific].hit(in: line.words, at: index), hit.words.upperBound < line.words.count,
            line.words[hit.words.upperBound].isCapitalised
        {
            index = hit.words.upperBound
        }
        return index == 0 ? line : line.part(from: line.words[index].range.lowerBound)
    }
}
