/// What is wrong with one row of a table that somebody hands in.
package struct TableProblem: Error, Sendable, Equatable {
    /// The line of the file, counted from 1.
    package let line: Int
    package let message: Message

    package init(line: Int, _ message: Message) {
        self.line = line
        self.message = message
    }
}
