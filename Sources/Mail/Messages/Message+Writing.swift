import Documents

extension Message {
    /// The message as it travels: ASCII throughout, lines ended by CRLF and none longer than 998 bytes (RFC 5322 section 2.1.1).
    ///
    /// Throws when a header field would hold a control character, or anything else that is not its form.
    package func bytes() throws(UnfitMessage) -> [UInt8] {
        var header = HeaderFields(capacity: 1_000 + text.count + (html?.count ?? 0))
        try addPeople(to: &header)
        try addList(to: &header)
        if isAutomatic { try header.add("Auto-Submitted", "auto-generated") }
        try header.add("MIME-Version", "1.0")
        guard let html else {
            try addContent("text/plain; charset=utf-8", to: &header)
            header.end(before: text)
            return header.bytes + [0x0D, 0x0A]
        }
        // "=_" is in no quoted-printable text (RFC 2045 section 6.7), so that no part can hold the boundary
        try header.add("Content-Type", "multipart/alternative; boundary=\"=_amparo\"")
        header.add("\r\n--=_amparo\r\n")
        try addContent("text/plain; charset=utf-8", to: &header)
        header.end(before: text)
        header.add("\r\n--=_amparo\r\n")
        try addContent("text/html; charset=utf-8", to: &header)
        header.end(before: html)
        header.add("\r\n--=_amparo--\r\n")
        return header.bytes
    }

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
}
