import Foundation
import Testing

@testable import Documents

@Suite struct AddressFormTests {
    private struct Comparison: Decodable {
        struct Case: Decodable {
            let country: Country
            let parts: AddressParts
            let elsewhere: [String]
            let ours: [String]?
            let because: String?
        }
        let cases: [Case]
    }

    private func cases() throws -> [Comparison.Case] {
        try JSONDecoder().decode(Comparison.self, from: Data(Fixture.bytes("Addresses/elsewhere.json"))).cases
    }

    @Test func `fifty destinations are laid out as another program does, save where it is said why not`() throws {
        let cases = try cases()
        #expect(cases.count >= 50)
        for address in cases {
            let lines = PostalAddress(country: address.country, parts: address.parts).lines(from: address.country, in: "en")
            if let ours = address.ours {
                #expect(lines == ours, "\(address.country)")
                #expect(lines.map { $0.lowercased() } != address.elsewhere.map { $0.lowercased() }, "\(address.country) differs no longer")
            } else {
                #expect(lines.map { $0.lowercased() } == address.elsewhere.map { $0.lowercased() }, "\(address.country)")
            }
        }
    }

    @Test func `the town is in capitals where the post wants it`() throws {
        let inCapitals = try cases().filter { address in
            guard let town = address.parts.locality else { return false }
            let lines = PostalAddress(country: address.country, parts: address.parts).lines(from: address.country, in: "en")
            return lines.joined().contains(town.uppercased())
        }
        let countries = Set(inCapitals.map(\.country.code))
        #expect(countries.isSuperset(of: ["AT", "BR", "DE", "EG", "FR", "GB", "IN", "MX", "PE", "RU", "US"]))
        #expect(!countries.contains("CH"))
    }

    @Test func `more than a hundred countries have a form, each of known parts, and the rest a general one`() {
        #expect(AddressForm.known.count >= 160)
        let names = Set(["street", "district", "locality", "region", "postcode"])
        for (country, form) in AddressForm.known {
            let used = form.pattern.split(separator: "{").compactMap { $0.split(separator: "}").first?.lowercased() }
            #expect(names.isSuperset(of: used) && used.contains("street"), "\(country)")
        }
        let parts = AddressParts(street: ["Somewhere 1"], locality: "Adamstown", postcode: "PCRN 1ZZ")
        #expect(AddressForm.form(of: Country("PN")).lines(of: parts) == ["Somewhere 1", "PCRN 1ZZ ADAMSTOWN"])
    }

    @Test func `a part that is missing leaves neither its line nor the mark before it`() {
        let form = AddressForm.form(of: Country("CO"))
        #expect(form.lines(of: AddressParts(street: ["Carrera 1"], locality: "Bogotá")) == ["Carrera 1", "BOGOTÁ"])
        #expect(form.lines(of: AddressParts(street: [], region: "Huila", postcode: "410001")) == ["Huila, 410001"])
        #expect(form.lines(of: AddressParts()).isEmpty)
    }
}
