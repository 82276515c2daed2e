import Documents
import Mail

extension Examination {
    /// Whether mail would leave, and whether receivers would believe that it is ours.
    static func ofMail(_ mail: MailSettings, _ names: NameServer) async -> [Diagnosis] {
        guard let server = mail.relay else { return [.lacking("server", "mail.smtp is not set: no mail is sent, all else works")] }
        let way = await line(server)
        let senders = mail.from.value.all
        guard !senders.isEmpty else {
            return way + [.lacking("sender", "mail.from is not set: each section's contact writes; set it to have its domain looked at here")]
        }
        let from = distinct(senders.map(\.domain)), paths = mail.returnPath.value.map { [$0.domain] } ?? from
        return way + reverse(server, names) + paths.flatMap { policy($0, names) } + signing(mail, from, names) + from.flatMap { alignment($0, names) }
            + paths.flatMap { exchange($0, names) }
    }

    private static func distinct(_ domains: [String]) -> [String] {
        domains.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func line(_ server: SMTPServer) async -> [Diagnosis] {
        let trial = await SMTPTrial(of: server)
        if let failure = trial.failure { return [.wrong("server", "\(server) cannot be used: \(failure)")] }
        let reached = Diagnosis.well("server", "\(server) answers\(server.user == nil ? "" : " and lets us in")")
        if trial.isTrusted { return [reached, .well("TLS", "with a certificate that is good for \(server.host)")] }
        return [reached, .lacking("TLS", "none, or with a certificate that proves nothing: taken, since mail.tls is opportunistic")]
    }

    /// Whether the server's number leads to a name and the name back: receivers ask that of whoever delivers.
    private static func reverse(_ server: SMTPServer, _ names: NameServer) -> [Diagnosis] {
        if server.isLoopback { return [.lacking("reverse name", "the server is on this machine; its number on the network is not known from here")] }
        return asking("reverse name") { () throws(NameServer.Silence) in
            guard case .address(let number)? = try names.records(server.host, .address).first else {
                return .lacking("reverse name", "\(server.host) has no IPv4 address")
            }
            let pointer = number.split(separator: ".").reversed().joined(separator: ".") + ".in-addr.arpa"
            guard case .name(let name)? = try names.records(pointer, .pointer).first else {
                return .wrong("reverse name", "\(number) (\(server.host)) has no name: ask its provider for a PTR record")
            }
            let isBack = try names.records(name, .address).contains(.address(number))
            return isBack
                ? .well("reverse name", "\(number) is \(name) and back")
                : .wrong("reverse name", "\(number) is \(name), which does not lead back to it")
        }
    }

    private static func policy(_ domain: String, _ names: NameServer) -> [Diagnosis] {
        asking("SPF") { () throws(NameServer.Silence) in
            let policies = try names.texts(domain).compactMap(SenderPolicy.init)
            guard let policy = policies.first else {
                return .wrong("SPF", "\(domain) says nothing: publish TXT \"v=spf1 … -all\" with the numbers of your mail server")
            }
            guard policies.count == 1 else { return .wrong("SPF", "\(domain) has \(policies.count) policies, which is as good as none: keep one") }
            let lookups = try policy.lookups(names)
            guard lookups <= 10 else {
                return .wrong("SPF", "\(domain) needs \(lookups) lookups, more than the 10 allowed: name numbers (ip4:, ip6:) instead")
            }
            switch policy.all {
            case "+": return .wrong("SPF", "\(domain) lets everybody send (\"+all\"): end it with -all or ~all")
            case "?": return .lacking("SPF", "\(domain) does not decide about others (\"?all\"): end it with -all or ~all")
            case nil where policy.redirect == nil: return .lacking("SPF", "\(domain) does not decide about others: end it with -all or ~all")
            default: return .well("SPF", "\(policy.text) (whether it names the server that delivers for you, its provider knows)")
            }
        }
    }

    /// Each key is looked up, and each sender's domain has to have one.
    private static func signing(_ mail: MailSettings, _ senders: [String], _ names: NameServer) -> [Diagnosis] {
        let signatures: [Signature]
        do {
            signatures = try mail.signatures()
            if signatures.isEmpty {
                return [.lacking("DKIM", "mail is not signed here (mail.dkim.domain, .selector, .keyFile): well if your mail server signs")]
            }
        } catch {
            return [.wrong("DKIM", Complaint(error).sentences.joined(separator: " "))]
        }
        let domains = signatures.map(\.domain).joined(separator: ", ")
        let strangers = senders.filter { from in !signatures.contains { $0.isAligned(with: from) } }
        return strangers.map { .wrong("DKIM", "signs for \(domains), but mail.from is at \($0): receivers want the same domain") }
            + signatures.flatMap { signature in
                asking("DKIM") { () throws(NameServer.Silence) in
                    published(signature, try names.texts("\(signature.selector)._domainkey.\(signature.domain)"))
                }
            }
    }

    private static func published(_ signature: Signature, _ texts: [String]) -> Diagnosis {
        let place = "\(signature.selector)._domainkey.\(signature.domain)"
        guard let record = texts.map(Self.tags).first(where: { $0["p"] != nil }) else {
            return .wrong("DKIM", "\(place) holds no key: publish TXT \"\(signature.record)\"")
        }
        let isSame = record["p"]?.filter({ !$0.isWhitespace }) == signature.publicKey
        return isSame
            ? .well("DKIM", "\(place) holds our key") : .wrong("DKIM", "\(place) holds another key than ours: publish TXT \"\(signature.record)\"")
    }

    private static func alignment(_ domain: String, _ names: NameServer) -> [Diagnosis] {
        asking("DMARC") { () throws(NameServer.Silence) in
            var place = domain
            while place.contains(".") {
                if let policy = try names.texts("_dmarc.\(place)").map(Self.tags).first(where: { $0["v"] == "DMARC1" }) {
                    let wish = policy[place == domain ? "p" : "sp"] ?? policy["p"] ?? "none"
                    return wish == "none"
                        ? .lacking("DMARC", "\(place) only watches (p=none): go on to p=quarantine when the reports are clean")
                        : .well("DMARC", "\(place) asks for \(wish)")
                }
                place = String(place.drop { $0 != "." }.dropFirst())
            }
            return .wrong(
                "DMARC", "\(domain) has none, which large receivers refuse: publish TXT \"v=DMARC1; p=none; rua=mailto:…\" at _dmarc.\(domain)")
        }
    }

    private static func exchange(_ domain: String, _ names: NameServer) -> [Diagnosis] {
        asking("bounces") { () throws(NameServer.Silence) in
            let exchanges = try names.records(domain, .exchange)
            let isNull = exchanges == [.name("")]
            if !exchanges.isEmpty, !isNull { return .well("bounces", "\(domain) takes mail") }
            let has = isNull ? false : try !names.records(domain, .address).isEmpty
            return has
                ? .well("bounces", "\(domain) takes mail at its own address")
                : .wrong("bounces", "\(domain) takes no mail: bounces would be lost (mail.returnPath)")
        }
    }

    /// "v=DKIM1; k=rsa; p=…" as names and values.
    private static func tags(_ text: String) -> [String: String] {
        let pairs = text.split(separator: ";").compactMap { part -> (String, String)? in
            guard let equals = part.firstIndex(of: "=") else { return nil }
            return (part[..<equals].filter { !$0.isWhitespace }, part[part.index(after: equals)...].filter { !$0.isWhitespace })
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func asking(_ subject: String, _ question: () throws(NameServer.Silence) -> Diagnosis) -> [Diagnosis] {
        do { return [try question()] } catch { return [.lacking(subject, "not known: \(error.words)")] }
    }
}
