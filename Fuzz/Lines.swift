/// What holds of the lines that any reader returns: they are counted from 1, and their words lie inside them, one after the other.
func checkLines(_ lines: [TextLine]) {
    for (index, line) in lines.enumerated() {
        precondition(line.number == index + 1, "lines are counted")
        precondition(!line.utf8.contains(0x0A) && !line.utf8.contains(0), "a line is one line")
        var end = 0
        for word in line.words {
            precondition(word.range.lowerBound >= end && word.range.upperBound <= line.utf8.count && !word.range.isEmpty, "words lie in the line")
            end = word.range.upperBound
        }
    }
    precondition(lines.reduce(0) { $0 + $1.utf8.count } <= 2 * Limits.text, "a document is no longer than is read")
}
