/// What making papers may cost.
package struct PressBounds: Sendable {
    /// Processes that make them at once.
    package var workers = 2
    /// How many papers wait for a free process; whoever comes then is told to come again.
    package var line = 40
    /// Bytes of HTML in one paper.
    package var input = 4_000_000
    /// Bytes of one PDF.
    package var output = 40_000_000
    /// Processor time for one paper; a letter takes 0.03 s, a pack of a hundred 3 s.
    package var seconds = 15.0
    /// On a busy machine a process may wait long for its seconds.
    package var patience = Duration.seconds(90)
    /// Until a new process has loaded what it needs; usually 1 s.
    package var startPatience = Duration.seconds(60)
    /// Bytes a process may hold of its own.
    package var memory = 600_000_000
    /// A process that has grown beyond this is replaced after the paper in hand, and so is one that made `papers`.
    package var growth = 350_000_000
    package var papers = 2_000

    package init() {}
}
