/// What pages repeat at their edges: running heads and feet, and the numbers of the pages.
struct RunningHeads {
    private let pages: PrintedPages

    init(_ pages: PrintedPages) {
        self.pages = pages
    }

    /// The lines without them. A head is kept where it stands first: it may be the only place of the number of the action.
    func removed() -> [PrintedLine] {
        var timesSeen: [String: Set<Int>] = [:]
        for line in pages.lines where edge(line) != nil { timesSeen[key(line), default: []].insert(line.page) }
        var kept: Set<String> = []
        return pages.lines.filter { line in
            guard let edge = edge(line) else { return true }
            if isPageNumber(line) { return false }
            guard timesSeen[key(line), default: []].count > 1 else { return true }
            return edge == .head && kept.insert(key(line)).inserted
        }
    }

    private enum Edge { case head, foot }

    private func edge(_ line: PrintedLine) -> Edge? {
        guard let height = pages.heights[line.page], height > 0 else { return nil }
        if line.bottom < height * 0.1 { return .head }
        return line.top > height * 0.9 ? .foot : nil
    }

    private func isPageNumber(_ line: PrintedLine) -> Bool {
        let text = line.text
        return text.utf8.count < 20 && text.utf8.contains { (0x30...0x39).contains($0) }
            && text.unicodeScalars.count { $0.properties.isAlphabetic } <= 8
            && line.words.count <= 4 && !text.utf8.contains(0x2F) && line.words.allSatisfy { $0.text.utf8.count <= 6 }
    }

    /// The words without digits: "Page 2 of 3" is on every page.
    private func key(_ line: PrintedLine) -> String {
        String(line.text.lowercased().filter { !$0.isNumber })
    }
}
