extension FormBody {
    /// Reads `application/x-www-form-urlencoded`: "name=Ana+Li&place=Z%C3%BCrich".
    ///
    /// Stricter than browsers need: a bad escape, text that is not UTF-8, and the character NUL (no database keeps it) are refused.
    package init(urlEncoded bytes: [UInt8], within bounds: Bounds = Bounds()) throws(FormRefusal) {
        guard bytes.count <= bounds.bytes else { throw .tooLarge }
        var reading = URLEncodedReading(bytes: bytes[...], bounds: bounds)
        self.init(try reading.fields())
    }
}

/// One pass over the bytes of a form.
private struct URLEncodedReading {
    var bytes: ArraySlice<UInt8>
    let bounds: FormBody.Bounds

    mutating func fields() throws(FormRefusal) -> [FormBody.Field] {
        var fields: [FormBody.Field] = []
        while !bytes.isEmpty {
            let name = try text(until: UInt8(ascii: "="))
            let value = hadStop == UInt8(ascii: "=") ? try text(until: nil) : ""
            if name.isEmpty, value.isEmpty { continue }
            guard fields.count < bounds.fields, name.utf8.count <= bounds.nameBytes else { throw .tooLarge }
            fields.append(FormBody.Field(name: name, value: value))
        }
        return fields
    }

    /// What ended the last text: "=", "&", or nil at the end of the form.
    private var hadStop: UInt8?

    init(bytes: ArraySlice<UInt8>, bounds: FormBody.Bounds) {
        self.bytes = bytes
        self.bounds = bounds
    }

    private mutating func text(until stop: UInt8?) throws(FormRefusal) -> String {
        var decoded: [UInt8] = []
        hadStop = nil
        while let byte = bytes.popFirst() {
            if byte == stop || byte == UInt8(ascii: "&") {
                hadStop = byte
                break
            }
            decoded.append(try character(byte))
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .malformed("text is not UTF-8") }
        return text
    }

    private mutating func character(_ byte: UInt8) throws(FormRefusal) -> UInt8 {
        let decoded =
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: " ")
            case UInt8(ascii: "%"): try escaped()
            default: byte
            }
        guard decoded != 0 else { throw .malformed("NUL in text") }
        return decoded
    }

    private mutating func escaped() throws(FormRefusal) -> UInt8 {
        guard let high = bytes.popFirst()?.hexDigit, let low = bytes.popFirst()?.hexDigit else { throw .malformed("bad percent escape") }
        return high << 4 | low
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
