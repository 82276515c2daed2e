import CCurl
import Foundation

/// One request and its answer by libcurl, on the thread that calls it.
final class CurlExchange {
    private let place: CheckedPlace
    private let request: OutgoingRequest
    private let limits: OutgoingLimits
    private var head: [UInt8] = []
    private var body: [UInt8] = []
    private var isTooLong = false

    init(_ request: OutgoingRequest, to place: CheckedPlace, _ limits: OutgoingLimits) {
        (self.request, self.place, self.limits) = (request, place, limits)
    }

    /// - Parameter authorities: a file of certificates to trust in place of the system's (PEM).
    func run(_ handle: CurlHandle, within milliseconds: Int, authorities: String?) -> Result<OutgoingAnswer, OutgoingFailure> {
        let curl = handle.pointer
        let pin = place.pin.flatMap { curl_slist_append(nil, $0) }, headers = headerList()
        defer { [pin, headers].forEach(curl_slist_free_all) }
        setBounds(curl, milliseconds)
        setRequest(curl, headers)
        _ = ccurl_set_list(curl, CURLOPT_RESOLVE, pin)
        if let authorities { _ = ccurl_set_text(curl, CURLOPT_CAINFO, authorities) }
        return withExtendedLifetime(self) { perform(curl) }
    }

    private func perform(_ curl: UnsafeMutableRawPointer) -> Result<OutgoingAnswer, OutgoingFailure> {
        let me = Unmanaged.passUnretained(self).toOpaque()
        var door = ccurl_door(permission: Self.permission, context: me)
        return withUnsafeMutablePointer(to: &door) { door in
            _ = ccurl_set_door(curl, door)
            setReceivers(curl, me)
            let code = curl_easy_perform(curl)
            return code == CURLE_OK ? .success(answer(curl)) : .failure(failure(code))
        }
    }

    /// No redirect, no proxy from the environment, no other protocol, no cookie, no file of passwords, no signal.
    private func setBounds(_ curl: UnsafeMutableRawPointer, _ milliseconds: Int) {
        _ = ccurl_set_text(curl, CURLOPT_PROTOCOLS_STR, "https")
        _ = ccurl_set_long(curl, CURLOPT_FOLLOWLOCATION, 0)
        _ = ccurl_set_text(curl, CURLOPT_PROXY, "")
        _ = ccurl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        _ = ccurl_set_long(curl, CURLOPT_TIMEOUT_MS, max(milliseconds, 1))
        _ = ccurl_set_long(curl, CURLOPT_MAXCONNECTS, 4)
        _ = ccurl_set_long(curl, CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2 or later
    }

    private func setRequest(_ curl: UnsafeMutableRawPointer, _ headers: UnsafeMutablePointer<curl_slist>?) {
        _ = ccurl_set_text(curl, CURLOPT_URL, place.url.text)
        _ = ccurl_set_long(curl, CURLOPT_PATH_AS_IS, 1)
        _ = ccurl_set_list(curl, CURLOPT_HTTPHEADER, headers)
        guard var body = request.body else { return }
        _ = ccurl_set_long(curl, CURLOPT_POSTFIELDSIZE, body.count)
        _ = ccurl_set_pointer(curl, CURLOPT_COPYPOSTFIELDS, &body)
    }

    private func setReceivers(_ curl: UnsafeMutableRawPointer, _ me: UnsafeMutableRawPointer) {
        _ = ccurl_set_transfer(curl, CURLOPT_HEADERFUNCTION) { CurlExchange.at($3)?.take($0, $1 * $2, into: \.head) ?? 0 }
        _ = ccurl_set_pointer(curl, CURLOPT_HEADERDATA, me)
        _ = ccurl_set_transfer(curl, CURLOPT_WRITEFUNCTION) { CurlExchange.at($3)?.take($0, $1 * $2, into: \.body) ?? 0 }
        _ = ccurl_set_pointer(curl, CURLOPT_WRITEDATA, me)
    }

    private func headerList() -> UnsafeMutablePointer<curl_slist>? {
        // An empty one takes libcurl's own away: its name and version, and the wish to be asked for the body.
        let lines = ["User-Agent:", "Expect:", "Accept:"] + request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        return lines.reduce(nil) { curl_slist_append($0, $1) }
    }

    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, into part: ReferenceWritableKeyPath<CurlExchange, [UInt8]>) -> Int {
        guard let bytes, self[keyPath: part].count + count <= limits.answerBytes else {
            isTooLong = true
            return 0
        }
        self[keyPath: part] += UnsafeRawBufferPointer(start: bytes, count: count)
        return count
    }

    private func answer(_ curl: UnsafeMutableRawPointer) -> OutgoingAnswer {
        var status = 0
        _ = ccurl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
        return OutgoingAnswer(status: status, headers: fields, body: body)
    }

    private var fields: [String: String] {
        let pairs = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return Dictionary(pairs) { $1 }
    }

    private func failure(_ code: CURLcode) -> OutgoingFailure {
        if isTooLong { return .answerTooLong }
        return switch code {
        case CURLE_OPERATION_TIMEDOUT: .tookTooLong
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: .untrusted
        default: .unreachable(String(cString: curl_easy_strerror(code)))
        }
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
        context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The last look: libcurl shows the very address that it is about to connect to.
    private static let permission: ccurl_permission = { context, address in
        guard let address, let exchange = at(context), let asked = IPAddress(address) else { return 0 }
        return exchange.place.addresses.contains(asked) ? 1 : 0
    }
}
