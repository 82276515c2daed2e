/// The body of a native file, cut at its headings.
struct BodyReading {
    private var words = NativeWords()
    private var socialPosts: [String] = []
    /// The heading of the second level that the lines are under.
    private var place: Substring = ""

    /// Puts what the body says into `output`. Words under a heading that this format does not have are refused, not lost.
    static func read(_ lines: ArraySlice<String>, into output: inout NativeOutput) throws(NativeDocument.Malformed) {
        var reading = BodyReading(), rest = lines
        while let line = rest.first, !isHeading(line) {
            guard BodyText.trimmed(line).isEmpty else { throw .init("words before the first heading") }
            rest.removeFirst()
        }
        while let heading = rest.popFirst() {
            let content = rest.prefix { !isHeading($0) }
            try reading.take(heading, content)
            rest = rest.dropFirst(content.count)
        }
        output.words = reading.words
        output.socialPosts = reading.socialPosts
    }

    private static func isHeading(_ line: String) -> Bool { line.unicodeScalars.first == "#" }

    private mutating func take(_ heading: String, _ lines: ArraySlice<String>) throws(NativeDocument.Malformed) {
        let marks = heading.prefix { $0 == "#" }.count, title = BodyText.trimmed(String(heading.dropFirst(marks)))
        switch marks {
        case 1 where words.headline == nil && lines.allSatisfy({ BodyText.trimmed($0).isEmpty }): words.headline = BodyText.unescaped(title)
        case 2: try takePart(title, lines)
        case 3: try takeSubpart(title, lines)
        default: throw .init("heading '\(heading)': not in its place")
        }
    }

    private mutating func takePart(_ title: String, _ lines: ArraySlice<String>) throws(NativeDocument.Malformed) {
        let edition = BodyHeading.edition.rawValue + " "
        if title.hasPrefix(edition) {
            place = Substring(BodyHeading.edition.rawValue)
            return words.editions.append(NativeWords.Edition(section: BodyText.unescaped(String(title.dropFirst(edition.count)))))
        }
        place = Substring(title)
        switch BodyHeading(rawValue: title) {
        case .lead: words.lead = BodyText.text(from: lines)
        case .call: words.call = BodyText.text(from: lines)
        case .demands: words.demands = try items(title, lines)
        case .background: words.background = BodyText.text(from: lines)
        case .outcome: words.outcome = BodyText.text(from: lines)
        case .correction: words.correction = BodyText.text(from: lines)
        case .letter: words.letter = NativeWords.Letter(body: "")
        case .socialPosts: socialPosts = try items(title, lines)
        default: throw .init("heading '\(title)': not one of this format")
        }
    }

    private mutating func takeSubpart(_ title: String, _ lines: ArraySlice<String>) throws(NativeDocument.Malformed) {
        let last = words.editions.indices.last
        switch (BodyHeading(rawValue: String(place)), BodyHeading(rawValue: title), last) {
        case (.letter, .greeting, _): words.letter?.greeting = BodyText.text(from: lines)
        case (.letter, .letterBody, _): words.letter?.body = BodyText.text(from: lines)
        case (.letter, .closing, _): words.letter?.closing = BodyText.text(from: lines)
        case (.edition, .instructions, let last?): words.editions[last].instructions = try items(title, lines)
        case (.edition, .postalNote, let last?): words.editions[last].postalNote = BodyText.text(from: lines)
        case (.edition, .safetyNote, let last?): words.editions[last].safetyNote = BodyText.text(from: lines)
        default: throw .init("heading '\(title)': not one of '\(place)'")
        }
    }

    private func items(_ title: String, _ lines: ArraySlice<String>) throws(NativeDocument.Malformed) -> [String] {
        guard let items = BodyText.items(from: lines) else { throw .init("'\(title)': a list wanted, each item after '- '") }
        return items
    }
}
