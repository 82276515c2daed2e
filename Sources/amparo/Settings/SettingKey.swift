/// What can be set, under one name in all places: `--log-level`, `AMPARO_LOG_LEVEL`, `{"log": {"level": "info"}}`.
enum SettingKey: String, CaseIterable {
    case data
    case database
    case databaseReplicas
    case sessions
    case host
    case port
    case tlsCertificate = "http.tls.certificate"
    case tlsKey = "http.tls.key"
    case python
    case sandbox
    case leakedPasswords
    case securityContact = "security.contact"
    case logLevel = "log.level"
    case logFormat = "log.format"
    case connections
    case metricsHost = "metrics.host"
    case metricsPort = "metrics.port"
    case mailServer = "mail.smtp"
    case mailFrom = "mail.from"
    case mailReturnPath = "mail.returnPath"
    case mailConnections = "mail.connections"
    case mailRate = "mail.rate"
    case mailEncryption = "mail.tls"
    case mailTrust = "mail.caFile"
    case mailNameServer = "mail.dns"
    case mailDomain = "mail.dkim.domain"
    case mailSelector = "mail.dkim.selector"
    case mailKey = "mail.dkim.keyFile"
    case pushOn = "push.on"
    case pushContact = "push.contact"
    case smsURL = "sms.url"
    case smsToken = "sms.token"

    var components: [String] { rawValue.split(separator: ".").map(String.init) }
    var flag: String { "--" + words.joined(separator: "-") }
    var variable: String { "AMPARO_" + words.joined(separator: "_").uppercased() }

    /// "mail.returnPath" is three: mail, return, path.
    private var words: [String] {
        rawValue.reduce(into: [""]) { words, letter in
            if letter == "." || letter.isUppercase && words.last?.last?.isLowercase == true { words.append("") }
            if letter != "." { words[words.count - 1] += letter.lowercased() }
        }
    }
}
