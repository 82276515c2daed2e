extension FormBody {
    /// Reads `application/x-www-form-urlencoded`: "name=Ana+Li&place=Z%C3%BCrich".
    ///
    /// What is no text (a bad escape, bytes that are not UTF-8, the character NUL, which no database keeps) is read as U+FFFD, so that a field
    /// can say what is wrong with it and nothing else that was typed is lost.
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
            let name = text(until: UInt8(ascii: "="))
            let value = hadStop == UInt8(ascii: "=") ? text(until: nil) : ""
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

    private mutating func text(until stop: UInt8?) -> String {
        var decoded: [UInt8] = []
        hadStop = nil
        while let byte = bytes.popFirst() {
            if byte == stop || byte == UInt8(ascii: "&") {
                hadStop = byte
                break
            }
            append(byte, to: &decoded)
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private mutating func append(_ byte: UInt8, to decoded: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
        case UInt8(ascii: "%"):
            if let byte = escaped(), byte != 0 { decoded.append(byte) } else { decoded += Self.unreadable }
        case 0: decoded += Self.unreadable
        default: decoded.append(byte)
        }
    }

    /// nil when no two hexadecimal digits follow, which then stand for themselves.
    private mutating func escaped() -> UInt8? {
        let digits = bytes.prefix(2)
        guard digits.count == 2, let high = digits.first?.hexDigit, let low = digits.last?.hexDigit else { return nil }
        bytes.removeFirst(2)
        return high << 4 | low
    }

    private static let unreadable = Array("\u{FFFD}".utf8)
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
