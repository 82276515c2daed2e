import Documents

extension Message {
    /// The message as it travels: ASCII throughout, lines ended by CRLF and none longer than 998 bytes (RFC 5322 section 2.1.1).
    ///
    /// Throws when a header field would hold a control character, or anything else that is not its form.
    package func bytes() throws(UnfitMessage) -> [UInt8] {
        var header = HeaderFields()
        try addPeople(to: &header)
        try addList(to: &header)
        if isAutomatic { try header.add("Auto-Submitted", "auto-generated") }
        try header.add("MIME-Version", "1.0")
        guard let html else {
            try addContent("text/plain; charset=utf-8", to: &header)
            return header.bytes + crlf + text.encoded.bytes + crlf
        }
        // "=_" is in no quoted-printable text (RFC 2045 section 6.7), so that no part can hold the boundary
        let boundary = "=_amparo"
        try header.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        return header.bytes + (try part("text/plain", text, boundary)) + (try part("text/html", html, boundary))
            + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    private var crlf: [UInt8] { [0x0D, 0x0A] }

    private func addPeople(to header: inout HeaderFields) throws(UnfitMessage) {
        try header.add("Date", MailDate(date).text)
        try header.add("From", isFit: from.isFit, from.from)
        try header.add("To", to.wire)
        if let replyTo { try header.add("Reply-To", replyTo.wire) }
        try header.add("Subject", isFit: subject.isFit, subject.field)
        try header.add("Message-ID", inBrackets: id) { id in
            let sign = UInt8(ascii: "@")
            return id.utf8.count { $0 == sign } == 1 && id.utf8.first != sign && id.utf8.last != sign
        }
    }

    private func addList(to header: inout HeaderFields) throws(UnfitMessage) {
        if let listID { try header.add("List-Id", inBrackets: listID) { !$0.utf8.contains(UInt8(ascii: "@")) } }
        guard let unsubscribe else { return }
        try header.add("List-Unsubscribe", inBrackets: unsubscribe) { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
        try header.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
    }

    private func addContent(_ type: String, to header: inout HeaderFields) throws(UnfitMessage) {
        try header.add("Content-Type", type)
        if language.isTag { try header.add("Content-Language", language.rawValue) }
        try header.add("Content-Transfer-Encoding", "quoted-printable")
    }

    private func part(_ type: String, _ words: MessageText, _ boundary: String) throws(UnfitMessage) -> [UInt8] {
        var header = HeaderFields()
        try addContent("\(type); charset=utf-8", to: &header)
        return Array("\r\n--\(boundary)\r\n".utf8) + header.bytes + crlf + words.encoded.bytes
    }
}
