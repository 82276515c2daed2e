/// Hands notices to the push services of browsers; `PushOffice` is the one that does.
package protocol Pusher: Sendable {
    /// What a page gives to `pushManager.subscribe` as `applicationServerKey`: our public key, in URL-safe base 64.
    var publicKey: String { get }

    /// - Parameter patience: how the push service is to treat it.
    func push(_ notice: PushNotice, _ patience: PushPatience, to browser: PushSubscription, of supporter: Supporter.ID, in section: Section) async
        -> Carriage
}

/// How long a push service keeps a notice for a browser that is away.
package enum PushPatience: Sendable, Equatable {
    /// Hours count: it wakes the device.
    case urgent
    /// A withdrawal does not reach what lies at a push service, so nothing lies there for long.
    case usual
    /// A question that may be answered within weeks.
    case long

    var seconds: Int {
        switch self {
        case .urgent, .usual: 86_400
        // More than that no service keeps.
        case .long: 28 * 86_400
        }
    }
}
