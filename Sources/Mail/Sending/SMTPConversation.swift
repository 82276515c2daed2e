import CCurl

/// What libcurl reads from and tells us while a message goes out.
final class SMTPConversation {
    private let counter: SMTPCounter
    private var left = UnsafeRawBufferPointer(start: nil, count: 0)
    private var said: [UInt8] = []
    private let error = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    /// Whether a byte of the message was asked for: from then on the server may have it.
    private(set) var hasBegun = false
    /// Whether all of it was.
    private(set) var hasEnded = false
    /// How many answers there were.
    private(set) var answers = 0

    /// Of one answer no more is kept.
    private static let mostWords = 1_000

    init(_ counter: SMTPCounter) {
        self.counter = counter
        error.initialize(repeating: 0)
    }

    deinit { error.deallocate() }

    func begin(_ bytes: UnsafeRawBufferPointer) {
        left = bytes
        said = []
        error[0] = 0
        (hasBegun, hasEnded, isContinued, answers) = (false, false, false, 0)
    }

    /// The server's last answer, but for that to QUIT, which follows upon every failure.
    var words: String { String(decoding: said, as: UTF8.self) }

    /// Its code; 0 for none.
    var reply: Int { Int(words.prefix(3)) ?? 0 }

    /// What libcurl has to say to a failure.
    var failure: String { String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) }

    func attach(to handle: UnsafeMutableRawPointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, error.baseAddress)
        _ = ccurl_set_pointer(handle, CURLOPT_READDATA, me)
        _ = ccurl_set_transfer(handle, CURLOPT_READFUNCTION) { place, size, count, context in
            SMTPConversation.me(context)?.give(place, size * count) ?? 0
        }
        _ = ccurl_set_pointer(handle, CURLOPT_HEADERDATA, me)
        _ = ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION) { place, size, count, context in
            SMTPConversation.me(context)?.hear(UnsafeRawBufferPointer(start: place, count: size * count))
            return size * count
        }
        _ = ccurl_set_progress(handle, { context, _, _, _, _ in SMTPConversation.me(context)?.counter.isOver == true ? 1 : 0 }, me)
    }

    private static func me(_ context: UnsafeMutableRawPointer?) -> SMTPConversation? {
        context.map { Unmanaged<SMTPConversation>.fromOpaque($0).takeUnretainedValue() }
    }

    private func give(_ place: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        hasBegun = true
        let count = min(room, left.count)
        if let place, let start = left.baseAddress, count > 0 { UnsafeMutableRawPointer(place).copyMemory(from: start, byteCount: count) }
        left = UnsafeRawBufferPointer(rebasing: left.dropFirst(count))
        hasEnded = left.isEmpty
        return count
    }

    /// An answer of several lines is kept whole; the next one takes its place ("250-" goes on, "250 " is the last).
    private func hear(_ line: UnsafeRawBufferPointer) {
        guard !line.starts(with: "221".utf8) else { return }
        if !isContinued {
            said = []
            answers += 1
        }
        said += line.prefix(max(0, Self.mostWords - said.count))
        isContinued = line.count > 3 && line[3] == UInt8(ascii: "-")
    }

    private var isContinued = false
}
