import Logging
import ServiceLifecycle
import Site
import UnixSignals

/// Has a renewed certificate shown without a restart: soon after its files changed, or at once by SIGHUP.
struct CertificateWatch: Service {
    let certificates: Certificates
    let logger: Logger
    var pause = Duration.seconds(10)

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { for await _ in signals { look() } }
                group.addTask {
                    while !Task.isCancelled {
                        try? await Task.sleep(for: pause)
                        look()
                    }
                }
            }
        }
    }

    private func look() {
        do throws(Certificates.Trouble) {
            if try certificates.renew() { logger.notice("certificateRenewed") }
        } catch {
            logger.error("certificateNotTaken", metadata: ["reason": "\(error)"])
        }
    }
}
