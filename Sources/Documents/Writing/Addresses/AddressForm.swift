/// How the post of a country wants an address set out below the recipient: the order of town, postcode and region, and what is in capitals.
struct AddressForm: Hashable, Sendable {
    /// Lines parted by "|"; a part's name in capitals is printed in capitals: "{street}|{postcode} {LOCALITY}|{region}".
    let pattern: String

    /// Street, then postcode and town: what most posts read, and what those without a form of their own get.
    static let general = AddressForm(pattern: "{street}|{district}|{postcode} {LOCALITY}|{region}")

    /// The form of a country, from `Resources/Addresses/forms.tsv`.
    static func form(of country: Country?) -> AddressForm {
        country.flatMap { known[$0] } ?? general
    }

    static let known: [Country: AddressForm] = {
        let rows = TableFile("Addresses/forms.tsv").rows.filter { $0.count >= 2 }
        let forms = rows.compactMap { row in Country(row[0]).map { ($0, AddressForm(pattern: row[1])) } }
        return Dictionary(forms) { first, _ in first }
    }()

    /// The lines of an address in this form; a part that is missing takes the mark before it along.
    func lines(of parts: AddressParts) -> [String] {
        pattern.split(separator: "|").flatMap { line in line == "{street}" ? parts.street : [filled(line, with: parts)] }
            .filter { !$0.isEmpty }
    }

    private func filled(_ line: Substring, with parts: AddressParts) -> String {
        var text = ""
        var rest = line
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if let value = parts.value(of: rest[rest.index(after: open)..<close]) {
                let mark = rest[..<open]
                text += (text.isEmpty ? mark.drop { " ,-–/".contains($0) } : mark) + value
            }
            rest = rest[rest.index(after: close)...]
        }
        return text
    }
}

extension AddressParts {
    /// The part of that name, in capitals when its name is; nil when it is missing.
    fileprivate func value(of name: Substring) -> String? {
        let value: String? =
            switch name.lowercased() {
            case "district": district
            case "locality": locality
            case "region": region
            case "postcode": postcode
            default: nil
            }
        guard let value, !value.isEmpty else { return nil }
        return name == name.uppercased()[...] ? value.uppercased() : value
    }
}
