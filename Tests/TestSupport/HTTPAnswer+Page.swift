/// What a reader sees of a page, found without a browser; by hand, because patterns are slow in a debug build.
extension HTTPAnswer {
    /// The words between the marks, blanks folded and characters unescaped.
    package var words: String {
        var bare: [UInt8] = [], isInMark = false
        for byte in body {
            switch byte {
            case UInt8(ascii: "<"): isInMark = true
            case UInt8(ascii: ">") where isInMark:
                isInMark = false
                bare.append(UInt8(ascii: " "))
            default: if !isInMark { bare.append(byte) }
            }
        }
        let pieces = bare.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return String(decoding: Array(pieces.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self).unescaped
    }

    /// The hidden fields of the forms in the page's main part.
    package var hidden: [String: String] {
        let main = text.pieces(from: "<main", to: "</main>").joined()
        return main.pieces(from: "<input type=\"hidden\"", to: ">").reduce(into: [:]) { fields, mark in
            guard let name = mark.pieces(from: "name=\"", to: "\"").first, let value = mark.pieces(from: "value=\"", to: "\"").first else { return }
            fields[name] = value.unescaped
        }
    }

    /// What is ticked in the page's forms, as "name=value", in the page's order.
    package var chosen: [String] {
        text.pieces(from: "<input type=\"", to: ">").filter { $0.hasSuffix(" checked") }.compactMap { mark in
            guard let name = mark.pieces(from: "name=\"", to: "\"").first, let value = mark.pieces(from: "value=\"", to: "\"").first else {
                return nil
            }
            return "\(name)=\(value)"
        }
    }

    /// Where the links of the page lead, in their order.
    package var links: [String] {
        text.pieces(from: "<a ", to: ">").compactMap { $0.pieces(from: "href=\"", to: "\"").first?.unescaped }
    }

    /// Where the forms of the page lead.
    package var forms: [String] {
        text.pieces(from: "<form ", to: ">").compactMap { $0.pieces(from: "action=\"", to: "\"").first?.unescaped }
    }

    /// The text of the first element of a kind.
    package func first(_ element: String) -> String? {
        let inner = text.pieces(from: "<\(element)", to: "</\(element)>").first
        return inner.map { inner in
            HTTPAnswer(status: status, headers: [], body: Array("<\(inner)".utf8)).words
        }
    }
}

extension String {
    package var unescaped: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        return ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#x27;": "'"].reduce(self) { $0.replacing($1.key, with: $1.value) }
            .replacing("&amp;", with: "&")
    }

    /// What stands between each `start` and the `end` after it.
    fileprivate func pieces(from start: String, to end: String) -> [String] {
        let text = Array(utf8), start = Array(start.utf8), end = Array(end.utf8)
        var pieces: [String] = [], place = 0
        while let begin = text.place(of: start, from: place), let stop = text.place(of: end, from: begin + start.count) {
            pieces.append(String(decoding: text[(begin + start.count)..<stop], as: UTF8.self))
            place = stop + end.count
        }
        return pieces
    }
}

extension [UInt8] {
    fileprivate func place(of needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, count >= needle.count else { return nil }
        var place = start
        while place <= count - needle.count {
            if self[place] == first, self[place..<(place + needle.count)].elementsEqual(needle) { return place }
            place += 1
        }
        return nil
    }
}
