package import Hummingbird

/// What a supervisor asks: is the process alive, and may it be sent visitors?
package struct Health: Sendable {
    private let isReady: @Sendable () async -> Bool
    private let leftOut: @Sendable () -> [String]

    /// - Parameter leftOut: what is not used at the moment and not needed, a line each.
    package init(leftOut: @escaping @Sendable () -> [String] = { [] }, isReady: @escaping @Sendable () async -> Bool) {
        self.isReady = isReady
        self.leftOut = leftOut
    }

    package func add(to router: Router<Visitor>) {
        router.get("healthz") { _, _ in Response.text("ok\n") }
        router.get("readyz") { _, _ in
            let lines = leftOut().map { $0 + "\n" }.joined()
            return await isReady() ? Response.text("ready\n\(lines)") : .text("not ready\n\(lines)", status: .serviceUnavailable)
        }
    }
}
