import CCurl
import Synchronization

/// libcurl's handles between two requests: a handle keeps its connections, so that a thousand messages for one push service need few.
final class CurlHandles: Sendable {
    private let idle = Mutex<[CurlHandle]>([])
    private let kept: Int

    init(keeping kept: Int) {
        self.kept = kept
    }

    /// A handle that nobody else has; nil when there is no memory for one.
    func take() -> CurlHandle? {
        idle.withLock { $0.popLast() } ?? CurlHandle()
    }

    func giveBack(_ handle: CurlHandle) {
        guard handle.mayServeAgain() else { return }
        idle.withLock { if $0.count < kept { $0.append(handle) } }
    }
}

/// Unchecked: whoever took it from ``CurlHandles`` is alone with it until giving it back.
final class CurlHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
    private var served = 0

    /// libcurl wants this once a process; it counts the calls itself. 3 is CURL_GLOBAL_ALL.
    private static let isReady = curl_global_init(3) == CURLE_OK

    init?() {
        guard Self.isReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    deinit {
        curl_easy_cleanup(pointer)
    }

    /// Forgets the last request; not for ever, as names that were asked for stay with the handle.
    fileprivate func mayServeAgain() -> Bool {
        served += 1
        curl_easy_reset(pointer)
        return served < 200
    }
}
