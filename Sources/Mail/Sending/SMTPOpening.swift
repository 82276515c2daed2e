import CCurl

/// What libcurl hears and tells us while it opens a line: greeting, EHLO, TLS, sign-in.
final class SMTPOpening {
    private let isOver: () -> Bool
    private var said: [UInt8] = []
    private var isContinued = false
    private let error = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    /// Whether the server takes several commands at once, as it said last: before TLS anybody could have said it (RFC 3207 section 4.2).
    private(set) var takesSeveral = false
    /// How often the server said that it is ready: once when the line was opened, and again before TLS begins on it.
    private(set) var welcomes = 0

    /// Of one answer no more is kept.
    private static let mostWords = 1_000

    /// - Parameter isOver: whether to break it off.
    init(isOver: @escaping () -> Bool) {
        self.isOver = isOver
        error.initialize(repeating: 0)
    }

    deinit { error.deallocate() }

    /// The server's last answer, but for that to QUIT, which follows upon every failure.
    var words: String { String(decoding: said, as: UTF8.self) }

    /// What libcurl has to say to a failure.
    var failure: String { String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) }

    func attach(to handle: UnsafeMutableRawPointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, error.baseAddress)
        _ = ccurl_set_pointer(handle, CURLOPT_HEADERDATA, me)
        _ = ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION) { place, size, count, context in
            SMTPOpening.me(context)?.hear(UnsafeRawBufferPointer(start: place, count: size * count))
            return size * count
        }
        _ = ccurl_set_progress(handle, { context, _, _, _, _ in SMTPOpening.me(context)?.isOver() == true ? 1 : 0 }, me)
    }

    /// The handle outlives this.
    func detach(from handle: UnsafeMutableRawPointer) {
        _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil)
        _ = ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION, nil)
        _ = ccurl_set_pointer(handle, CURLOPT_HEADERDATA, nil)
        _ = ccurl_set_progress(handle, nil, nil)
        _ = ccurl_set_long(handle, CURLOPT_NOPROGRESS, 1)
    }

    private static func me(_ context: UnsafeMutableRawPointer?) -> SMTPOpening? {
        context.map { Unmanaged<SMTPOpening>.fromOpaque($0).takeUnretainedValue() }
    }

    /// An answer of several lines is kept whole; the next one takes its place ("250-" goes on, "250 " is the last).
    private func hear(_ line: UnsafeRawBufferPointer) {
        guard !line.starts(with: "221".utf8) else { return }
        if !isContinued { said = [] }
        said += line.prefix(max(0, Self.mostWords - said.count))
        isContinued = line.count > 3 && line[3] == UInt8(ascii: "-")
        if line.starts(with: "220".utf8) { takesSeveral = false }
        if line.starts(with: "220".utf8), !isContinued { welcomes += 1 }
        let offer = String(decoding: line.dropFirst(4).prefix(20), as: UTF8.self).uppercased()
        if line.starts(with: "250".utf8), offer == "PIPELINING\r\n" || offer == "PIPELINING\n" { takesSeveral = true }
    }
}
