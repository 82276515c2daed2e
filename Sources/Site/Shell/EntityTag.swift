/// The strong validator of one representation: `"hash"`, and `"hash-gzip"` or `"hash-br"` for the same content in another coding.
struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    let description: String

    init(_ hash: ContentHash, _ coding: ContentCoding) {
        description = coding == .identity ? "\"\(hash)\"" : "\"\(hash)-\(coding.rawValue)\""
    }

    /// Whether an `If-None-Match` field names this tag, weak or strong (RFC 9110, 13.1.2).
    func isNamed(in field: String) -> Bool {
        field == description
            || field.split(separator: ",").contains { item in
                let tag = item.drop { $0.isWhitespace }.trimmingSuffix { $0.isWhitespace }
                return tag == "*" || tag == description || tag == "W/\(description)"
            }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while belongs: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, belongs(last) { rest.removeLast() }
        return rest
    }
}
