import Campaign
import Documents

/// Who writes: one address for all sections, addresses for single ones, or both.
///
///     try SenderList("alerts@example.org, ch=aktion@example.ch")
struct SenderList: Sendable, CustomStringConvertible {
    /// For sections that have none of their own; nil for each section's contact.
    private(set) var usual: MailAddress?
    private(set) var own: [Section.Code: MailAddress] = [:]

    init() {}

    init(_ text: String) throws(Unfit) {
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let typed = (pair.last ?? "").filter { !$0.isWhitespace }
            guard let address = MailAddress(String(typed)) else { throw Unfit(Self.wanted) }
            if pair.count == 1 {
                guard usual == nil else { throw Unfit(Self.wanted) }
                usual = address
            } else {
                let code = pair[0].filter { !$0.isWhitespace }
                guard !code.isEmpty, own.updateValue(address, forKey: Section.Code(rawValue: String(code))) == nil else { throw Unfit(Self.wanted) }
            }
        }
        if all.isEmpty { throw Unfit(Self.wanted) }
    }

    private static let wanted = "an e-mail address, or addresses of single sections such as ch=aktion@example.ch, with commas between them"

    /// Each address once, the usual one first.
    var all: [MailAddress] {
        let others = own.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
        return ([usual].compactMap { $0 } + others).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    var description: String {
        let others = own.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue)=\($0.value.text)" }
        return ([usual?.text].compactMap { $0 } + others).joined(separator: ", ")
    }
}
