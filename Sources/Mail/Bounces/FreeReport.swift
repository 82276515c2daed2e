import Documents

/// What servers write for people when they write no report for programs: Exim, qmail, older Exchange and Gmail, and others like them.
struct FreeReport {
    private(set) var bounces: [Bounce] = []

    private static let mostLines = 400
    /// How far behind an address its reason may stand.
    private static let mostReason = 14

    init(_ mail: ReturnedMail) {
        guard Self.isFromServer(mail.header) else { return }
        let all = (mail.text ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(2 * Self.mostLines).map(String.init)
        let end = all.firstIndex(where: Self.startsCopy) ?? all.count
        let lines = Array(all[..<end].prefix(Self.mostLines))
        let id = mail.originalID ?? Self.messageID(in: all[end...])
        let isLate = Self.isWarning(mail.header["subject"] ?? "", lines)
        let own = ["to", "delivered-to", "from"].compactMap { mail.header[$0].flatMap(ReturnedMail.inBrackets)?.lowercased() }
        for (recipient, reason) in Self.reasons(lines, mail.header["x-failed-recipients"]) where !own.contains(recipient?.lowercased() ?? "") {
            let diagnosis = Diagnosis(status: nil, words: reason)
            guard recipient != nil || diagnosis.status != nil || diagnosis.kind == .hard else { continue }
            bounces.append(
                Bounce(
                    kind: isLate ? .soft : diagnosis.kind, recipient: recipient, returnPathToken: mail.token(), messageID: id,
                    status: diagnosis.status))
        }
    }

    private static func isFromServer(_ header: MailHeader) -> Bool {
        let sender = (header["from"] ?? "").lowercased(), subject = (header["subject"] ?? "").lowercased()
        if header["x-failed-recipients"] != nil || ["mailer-daemon", "postmaster@", "mail delivery"].contains(where: sender.contains) { return true }
        return header["return-path"] == "<>"
            && ["undeliver", "delivery status", "delivery fail", "returned mail", "failure notice", "mail delivery", "non remis"].contains(
                where: subject.contains)
    }

    private static func isWarning(_ subject: String, _ lines: [String]) -> Bool {
        (subject.lowercased() + " " + lines.prefix(20).joined(separator: " ").lowercased()).containsAny(of: [
            "warning: message", "delayed", "has not yet been delivered", "will continue trying", "still trying", "no action is required on your part",
        ])
    }

    /// Each address that begins a line, with the lines until the next one; without any, everything as the reason for somebody unknown.
    private static func reasons(_ lines: [String], _ named: String?) -> [(recipient: String?, reason: String)] {
        let starts = lines.indices.compactMap { index in address(at: lines[index]).map { (index, $0) } }
        let written = starts.enumerated().map { place, start in
            let end = min(place + 1 < starts.count ? starts[place + 1].0 : lines.count, start.0 + mostReason)
            return (recipient: Optional(start.1), reason: lines[start.0..<end].joined(separator: " "))
        }
        let whole = lines.joined(separator: " ")
        guard let named else { return written.isEmpty ? [(nil, whole)] : unique(written) }
        return named.split(separator: ",").prefix(BounceReading.mostBounces).compactMap { ReturnedMail.inBrackets(String($0)) }.map { name in
            (name, written.first { $0.recipient == name }?.reason ?? whole)
        }
    }

    private static func unique(_ found: [(recipient: String?, reason: String)]) -> [(recipient: String?, reason: String)] {
        found.enumerated().filter { place, one in !found[..<place].contains { $0.recipient == one.recipient } }.map(\.element)
    }

    /// The address with which a line begins: "<rosa@example.org>:", "  rosa@example.org", "rosa@example.org on Monday", "* rosa@example.org".
    private static func address(at line: String) -> String? {
        guard let word = line.prefix(400).split(whereSeparator: { $0.isWhitespace || $0 == "*" }).first else { return nil }
        let bare = word.split { "<>():;,'\"[]".contains($0) }.first
        return bare.flatMap { MailAddress(String($0)) }.map(\.text)
    }

    /// Where the message that came back begins.
    private static func startsCopy(_ line: String) -> Bool {
        let small = line.prefix(120).lowercased()
        return small.hasPrefix("received:") || small.hasPrefix("return-path:")
            || small.hasPrefix("--")
                && String(small).containsAny(of: ["copy of", "original message", "below this line", "header", "returned message"])
            || String(small).containsAny(of: ["original message headers", "message headers follow"])
    }

    private static func messageID(in lines: ArraySlice<String>) -> String? {
        lines.first { $0.lowercased().hasPrefix("message-id:") }.flatMap { ReturnedMail.inBrackets(String($0.dropFirst("message-id:".count))) }
    }
}

extension String {
    fileprivate func containsAny(of words: [String]) -> Bool { words.contains { contains($0) } }
}
