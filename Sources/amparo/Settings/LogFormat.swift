/// How a line of the log is written.
enum LogFormat: String, Sendable {
    /// `time=… level=notice event=listening port=8080`
    case text
    /// One JSON object a line.
    case json
}
