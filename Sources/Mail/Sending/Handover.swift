/// A message on its way to a connection, and where its outcome is awaited.
struct Handover: Sendable {
    let bytes: [UInt8]
    let sender: String
    let recipient: String
    let answer: CheckedContinuation<SMTPOutcome, Never>
}
