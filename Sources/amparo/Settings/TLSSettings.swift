import Site

/// The certificate by which the program itself speaks TLS. Without one it speaks plain HTTP, to a web server in front.
struct TLSSettings: Sendable {
    let certificate: Setting<String?>
    let key: Setting<String?>

    init(_ reading: inout SettingsReading) {
        certificate = reading.setting(.tlsCertificate, else: nil) { text throws(Unfit) in try Settings.someText(text) }
        key = reading.setting(.tlsKey, else: nil) { text throws(Unfit) in try Settings.someText(text) }
        if (certificate.value == nil) != (key.value == nil) {
            reading.object("http.tls.certificate and http.tls.key go together: a certificate is of use with its key alone.")
        }
    }

    var isOn: Bool { certificate.value != nil }

    /// What the files hold; nil without TLS.
    func certificates() throws(Certificates.Trouble) -> Certificates? {
        guard let certificate = certificate.value, let key = key.value else { return nil }
        return try Certificates(certificate: certificate, key: key)
    }

    var lines: [(name: String, value: String, origin: String)] {
        guard let file = certificate.value, let secret = key.value else { return [("http.tls.certificate", "none", certificate.origin)] }
        return [("http.tls.certificate", file, certificate.origin), ("http.tls.key", secret, key.origin)]
    }
}
