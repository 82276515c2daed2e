import NIOHTTP1

/// A request that may be answered at the door: for a page, whole or its head only, by nobody in particular.
struct DoorQuestion {
    let host: String
    let target: String
    let isForHead: Bool
    /// `Accept-Encoding` and `If-None-Match`, as they came.
    let codings: String?
    let known: String?

    /// nil for every request that says more than that: with a body, a cookie, a wish for a part, or the last of its connection.
    init?(_ head: HTTPRequestHead) {
        guard head.version == .http1_1, head.method == .GET || head.method == .HEAD, head.isKeepAlive else { return nil }
        var host: String?, codings: String?, known: String?
        for (name, value) in head.headers {
            switch Self.meaning(of: name) {
            case .nothing: continue
            case .host where host == nil: host = value
            case .codings where codings == nil: codings = value
            case .known where known == nil: known = value
            default: return nil
            }
        }
        guard let host else { return nil }
        (self.host, self.codings, self.known) = (host, codings, known)
        target = head.uri
        isForHead = head.method == .HEAD
    }

    private enum Meaning { case nothing, host, codings, known, more }

    /// Told by its length first: most fields of a browser need no second look.
    private static func meaning(of name: String) -> Meaning {
        switch name.utf8.count {
        case 4: name.spells("host") ? .host : .nothing
        case 5: name.spells("range") ? .more : .nothing
        case 6: name.spells("cookie") || name.spells("expect") ? .more : .nothing
        case 7: name.spells("upgrade") ? .more : .nothing
        case 13: name.spells("if-none-match") ? .known : name.spells("authorization") ? .more : .nothing
        case 14: name.spells("content-length") ? .more : .nothing
        case 15: name.spells("accept-encoding") ? .codings : .nothing
        case 17: name.spells("transfer-encoding") ? .more : .nothing
        default: .nothing
        }
    }
}

extension String {
    /// Whether these are the letters of a field's name, whatever their case.
    fileprivate func spells(_ lower: String) -> Bool {
        utf8.elementsEqual(lower.utf8) { $0 | 0x20 == $1 }
    }
}
