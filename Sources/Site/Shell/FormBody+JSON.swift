import Foundation

extension FormBody {
    /// Reads a JSON object of strings, numbers and truth values: `{"channel": "post", "quantity": 3}`. Null is as good as absent.
    package init(json bytes: [UInt8], within bounds: Bounds = Bounds()) throws(FormRefusal) {
        guard bytes.count <= bounds.bytes else { throw .tooLarge }
        guard let values = try? JSONDecoder().decode([String: Scalar].self, from: Data(bytes)) else {
            throw .malformed("not a JSON object of texts and numbers")
        }
        let fields = values.compactMap { name, scalar in scalar.text.map { Field(name: name, value: $0) } }
        guard fields.count <= bounds.fields, fields.allSatisfy({ $0.name.utf8.count <= bounds.nameBytes }) else { throw .tooLarge }
        guard !fields.contains(where: { $0.name.contains("\0") || $0.value.contains("\0") }) else { throw .malformed("NUL in text") }
        self.init(fields.sorted { $0.name < $1.name })
    }
}

/// A JSON value that a form field could hold.
private struct Scalar: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = nil
        } else if let truth = try? container.decode(Bool.self) {
            text = String(truth)
        } else if let whole = try? container.decode(Int.self) {
            text = String(whole)
        } else if let number = try? container.decode(Double.self) {
            text = String(number)
        } else {
            text = try container.decode(String.self)
        }
    }
}
