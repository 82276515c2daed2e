import Foundation

extension Process {
    /// Starts it with no signal blocked: what blocks signals here would block them there, too, and nothing could end it.
    func runUnblocked() throws {
        var none = sigset_t(), before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}
