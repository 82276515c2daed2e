package import Documents
import Foundation

/// An amount of money, exact to the last digit that was printed: `CHF 2.50`.
package struct Price: Sendable, Hashable {
    /// Digits with at most one point, as in "2.50".
    package let amount: String
    /// ISO 4217, as in "CHF".
    package let currency: String

    /// nil for what is no amount or no currency.
    package init?(amount: String, currency: String) {
        let parts = amount.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...9).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) })
        else { return nil }
        self.amount = amount
        self.currency = currency
    }

    /// The price as readers of `language` in `country` write it: "$1.70", "2.50 CHF".
    package func text(in language: Language, country: String?) -> String {
        guard let number = Decimal(string: amount, locale: Locale(identifier: "en_US_POSIX")) else { return "\(currency) \(amount)" }
        return number.formatted(.currency(code: currency).locale(language.locale(in: country)))
    }
}
