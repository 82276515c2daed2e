package import Hummingbird

/// What a supervisor asks: is the process alive, and may it be sent visitors?
package struct Health: Sendable {
    private let isReady: @Sendable () async -> Bool

    package init(isReady: @escaping @Sendable () async -> Bool) {
        self.isReady = isReady
    }

    package func add(to router: Router<Visitor>) {
        router.get("healthz") { _, _ in Response.text("ok\n") }
        router.get("readyz") { _, _ in
            await isReady() ? Response.text("ready\n") : .text("not ready\n", status: .serviceUnavailable)
        }
    }
}
