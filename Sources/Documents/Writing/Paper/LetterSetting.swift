/// How closely a letter is set: open as a short one is typed, or closer where that brings it onto one page.
///
/// A letter that goes over anyway is set open; its second page has room.
enum LetterSetting: String, Hashable, Sendable, CaseIterable {
    case open, close, dense

    /// - Parameters:
    ///   - height: from where the letter begins to the foot of its page, in millimetres.
    ///   - width: between the margins, in millimetres.
    init(_ letter: Letter, height: Double, width: Double) {
        self = Self.allCases.first { $0.height(of: letter, width: width) <= height } ?? .open
    }
}

extension LetterSetting {
    /// Points.
    var size: Double {
        switch self {
        case .open: 11
        case .close: 10.5
        case .dense: 10
        }
    }

    /// Times the size of the letters.
    var lineHeight: Double {
        switch self {
        case .open: 1.45
        case .close: 1.35
        case .dense: 1.3
        }
    }

    /// What stands below each part, in millimetres, and the room in which one signs.
    var gaps: (date: Double, subject: Double, greeting: Double, paragraph: Double, end: Double, signature: Double) {
        switch self {
        case .open: (8, 6, 4, 2.6, 5, 18)
        case .close: (6, 4.5, 3.2, 2.2, 3.5, 14)
        case .dense: (4.5, 3.5, 2.6, 1.8, 2.5, 12)
        }
    }

    /// The rules of all settings. Those of `open` hold for every article, and those of the others stand after them.
    static var rules: HTML { HTML(allCases.map(\.rules)) }

    private var rules: HTML {
        let article: HTML = self == .open ? "article" : "article.\(rawValue)"
        return """
            \(article) { font-size: \(pt: size); line-height: \(pt: size * lineHeight); }
            \(article) p { margin: 0 0 \(mm: gaps.paragraph); }
            \(article) .date { margin-bottom: \(mm: gaps.date); }
            \(article) .subject { margin-bottom: \(mm: gaps.subject); }
            \(article) .greeting { margin-bottom: \(mm: gaps.greeting); }
            \(article) .end { margin-top: \(mm: gaps.end); }
            \(article) .closing { margin-bottom: 0; }
            \(article) .signature { margin: \(mm: gaps.signature) 0 0; }
            """
    }

    /// What a letter takes when it is set so, as nearly as can be told without its typeface, in millimetres.
    private func height(of letter: Letter, width: Double) -> Double {
        let line = size * lineHeight * Self.millimetresAPoint, ems = width / (size * Self.millimetresAPoint)
        let rows = { (text: String) in Double(Self.rows(of: text, ems)) * line }
        let head = [(letter.dateLine, gaps.date), (letter.subject, gaps.subject), (letter.greeting, gaps.greeting)].filter { !$0.0.isEmpty }
        let parts = head + letter.paragraphs.filter { !$0.isEmpty }.map { ($0, gaps.paragraph) }
        return parts.reduce(0) { $0 + rows($1.0) + $1.1 } + gaps.end + rows(letter.closing) + gaps.signature + rows(letter.name)
    }

    private static let millimetresAPoint = 0.3528
    /// A line is broken before its last word: so much of it stays empty.
    private static let used = 0.96

    private static func rows(of text: String, _ ems: Double) -> Int {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { sum, line in
            sum + max(1, Int((line.unicodeScalars.reduce(0) { $0 + width(of: $1) } / (ems * used)).rounded(.up)))
        }
    }

    /// In ems, as the faces of `PaperStyle` have it on average.
    private static func width(of character: Unicode.Scalar) -> Double {
        switch character.value {
        case 0x20: 0.26
        case 0x590...0x8FF: 0.43
        case 0x1200...0x139F: 0.7
        case 0x1100...0x11FF, 0x2E80...0xFFEF, 0x20000...: 1
        default: character.properties.isUppercase ? 0.68 : 0.53
        }
    }
}
