import Documents

extension MailAddress {
    /// How two spellings of one mailbox are told to be one. Only for finding: mail goes to the address as it was given.
    ///
    /// The domain has no cases and may be written in two alphabets, so it is taken as it travels. The local part belongs to the server behind it (RFC 5321 section 2.4)
    /// and stays, but for its case and for quotes around it: hardly any server tells Rosa@ from rosa@, and taking them for two people
    /// would write to one person twice and let her leave only once. A plus tag makes another address.
    var comparable: String {
        "\(Self.unquoted(local).lowercased())@\(domain)"
    }

    /// `"rosa"` is `rosa` (RFC 5321 section 4.1.2), and a backslash in quotes stands for the sign after it.
    private static func unquoted(_ local: String) -> String {
        guard local.count >= 2, local.first == "\"", local.last == "\"" else { return local }
        var isEscaped = false
        return String(
            local.dropFirst().dropLast().filter { sign in
                if sign == "\\" && !isEscaped {
                    isEscaped = true
                    return false
                }
                isEscaped = false
                return true
            })
    }
}
