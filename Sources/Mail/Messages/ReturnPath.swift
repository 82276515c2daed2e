package import Documents

extension MailAddress {
    /// This address with a token behind a plus sign, for a return path that tells whose bounce it is: `bounces+TOKEN@example.org`.
    ///
    /// nil when that is no address: the part before the sign holds 64 characters.
    package func tagged(_ token: String) -> MailAddress? {
        local.hasPrefix("\"") ? nil : MailAddress("\(local)+\(token)@\(domain)")
    }
}
