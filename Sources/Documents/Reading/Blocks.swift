extension String {
    /// Its stretches between blank lines, empty ones left out.
    ///
    /// By bytes, since the standard library looks for a separator of two characters letter by letter.
    package var blocks: [Substring] {
        var blocks: [Substring] = []
        var start = utf8.startIndex, index = start
        while let end = utf8[index...].firstIndex(of: 0x0A) {
            index = utf8.index(after: end)
            guard index < utf8.endIndex, utf8[index] == 0x0A else { continue }
            if start < end { blocks.append(self[start..<end]) }
            index = utf8.index(after: index)
            start = index
        }
        return start < endIndex ? blocks + [self[start...]] : blocks
    }
}
