/// The parts of an address, as a register keeps them. All may be missing.
package struct AddressParts: Hashable, Sendable, Codable {
    /// Street and number, building, post-office box: a line each, in the order in which they are read there.
    package var street: [String]
    /// A part of the town that the post there wants to see: colonia, bairro, neighbourhood.
    package var district: String?
    package var locality: String?
    /// State, province, department, as it is written there ("DF", "NSW", "Cundinamarca").
    package var region: String?
    package var postcode: String?

    package init(
        street: [String] = [], district: String? = nil, locality: String? = nil, region: String? = nil, postcode: String? = nil
    ) {
        self.street = street
        self.district = district
        self.locality = locality
        self.region = region
        self.postcode = postcode
    }
}
