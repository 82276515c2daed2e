import Documents
import Foundation

/// Signs messages for a domain (DKIM, RFC 6376, relaxed/relaxed), with an RSA key or an Ed25519 key (RFC 8463).
package struct Signature: Sendable {
    package let domain: String
    package let selector: String
    private let key: SigningKey

    /// - Parameter keyPEM: the private key, as `openssl genpkey` writes it.
    package init(domain: String, selector: String, keyPEM: String) throws(UnfitKey) {
        guard let name = MailAddress("postmaster@\(domain)")?.domain else { throw .domain(domain) }
        guard MailAddress("postmaster@\(selector)")?.wire.hasSuffix("@\(selector.lowercased())") == true else { throw .selector(selector) }
        self.domain = name
        self.selector = selector
        key = try SigningKey(pem: keyPEM)
    }

    /// The message with a DKIM-Signature field before it.
    package func signed(_ message: [UInt8]) throws(UnfitKey) -> [UInt8] {
        let (fields, body) = Self.parts(of: message), present = fields.map(Self.name)
        let names = Self.names(of: present)
        let start = field(names: names, bodyDigest: SigningKey.digest(Canonical.body(body)))
        let signed = Self.chosen(fields, named: present, names).flatMap { Canonical.field($0) + [0x0D, 0x0A] } + Canonical.field(start.utf8)
        let value = Data(try key.signature(of: signed)).base64EncodedString()
        return Array((start + Self.folded(value) + "\r\n").utf8) + message
    }

    /// What the domain has to publish at `selector._domainkey.domain` as TXT.
    package var record: String {
        "v=DKIM1; k=\(key.isEd25519 ? "ed25519" : "rsa"); p=\(publicKey)"
    }

    /// The public key in base 64, as the record holds it.
    package var publicKey: String { Data(key.publicBytes).base64EncodedString() }

    private func field(names: [String], bodyDigest: [UInt8]) -> String {
        "DKIM-Signature: v=1; a=\(key.algorithm); c=relaxed/relaxed; d=\(domain);\r\n s=\(selector); h=\(Self.list(names));\r\n"
            + " bh=\(Data(bodyDigest).base64EncodedString());\r\n b="
    }
}

extension Signature {
    /// RFC 6376 section 5.4.1, RFC 8058 section 4: what a reader sees and what acts.
    private static let covered = [
        "from", "to", "reply-to", "subject", "date", "message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post", "auto-submitted",
        "mime-version", "content-type",
    ]
    /// Named once more than they are there, so that nobody adds a second one (section 8.15).
    private static let sealed = ["from", "subject"]

    private static func names(of present: [String]) -> [String] {
        covered.flatMap { name in
            Array(repeating: name, count: present.count { $0 == name } + (sealed.contains(name) ? 1 : 0))
        }
    }

    /// The fields of those names; of several of one name the last one first (section 5.4.2).
    private static func chosen(_ fields: [ArraySlice<UInt8>], named present: [String], _ names: [String]) -> [ArraySlice<UInt8>] {
        var left = Array(zip(present, fields))
        return names.compactMap { wanted in left.lastIndex { $0.0 == wanted }.map { left.remove(at: $0).1 } }
    }

    private static func name(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased().trimmingCharacters(in: .whitespaces)
    }

    /// The fields, each with the lines that continue it, and what follows the empty line.
    private static func parts(of message: [UInt8]) -> (fields: [ArraySlice<UInt8>], body: ArraySlice<UInt8>) {
        var fields: [ArraySlice<UInt8>] = [], place = 0
        while place < message.count {
            let end = message[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? message.count
            let line = message[place..<end]
            if line.elementsEqual([0x0D, 0x0A]) || line.elementsEqual([0x0A]) { return (fields, message[end...]) }
            if line.first == 0x20 || line.first == 0x09, let last = fields.popLast() {
                fields.append(message[last.startIndex..<end])
            } else {
                fields.append(line)
            }
            place = end
        }
        return (fields, [])
    }

    /// Lines of at most 76 characters.
    private static func list(_ names: [String]) -> String {
        var result = "", column = 30
        for (index, name) in names.enumerated() {
            if column + name.utf8.count > 70 {
                result += "\r\n  "
                column = 2
            }
            result += (index == 0 ? "" : ":") + name
            column += name.utf8.count + 1
        }
        return result
    }

    private static func folded(_ value: String) -> String {
        let bytes = Array(value.utf8)
        return stride(from: 0, to: bytes.count, by: 70).map { String(decoding: bytes[$0..<min($0 + 70, bytes.count)], as: UTF8.self) }
            .joined(separator: "\r\n  ")
    }
}
