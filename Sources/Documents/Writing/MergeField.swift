/// What a model letter leaves for the writer to fill in, known by its name in square brackets or braces: `[YOUR NAME]`, `{name}`.
package enum MergeField: String, Hashable, Sendable, CaseIterable {
    case name, place, date

    private static let names: [MergeField: Set<String>] = [
        .name: [
            "your name", "name", "full name", "signature", "su nombre", "tu nombre", "nombre", "nombre y apellidos", "firma", "votre nom", "nom",
            "nom et prénom", "prénom et nom", "ihr name", "dein name", "vor- und nachname", "unterschrift", "seu nome", "nome", "il suo nome",
            "il tuo nome", "uw naam", "je naam", "naam", "الاسم", "اسمك", "اسمكم", "نام شما", "نام", "adınız",
            "adiniz", "ad soyad", "isim", "ваше имя", "имя", "ваше ім’я", "ваше ім'я", "ім’я", "ім'я", "您的姓名", "姓名",
        ],
        .place: [
            "your town", "your city", "town", "city", "place", "your country", "su ciudad", "tu ciudad", "ciudad", "lugar", "votre ville", "ville",
            "lieu", "ihr ort", "ort", "wohnort", "stadt", "sua cidade", "cidade", "la sua città", "città", "luogo", "uw woonplaats", "woonplaats",
            "plaats", "su localidad", "votre commune", "ihr wohnort", "المدينة", "مدينتكم", "مدينتك", "شهر شما", "شهر", "şehriniz", "şehir",
            "ваш город", "город", "ваше місто", "місто", "您所在的城镇", "您的城市", "城市",
        ],
        .date: ["date", "today's date", "fecha", "datum", "data", "التاريخ", "تاریخ", "tarih", "дата", "日期"],
    ]

    /// The field that a name between the marks means, in whichever of the languages and case.
    package init?(named name: some StringProtocol) {
        let name = String(name).trimmingBlanks.lowercased()
        guard let field = Self.names.first(where: { $0.value.contains(name) })?.key else { return nil }
        self = field
    }
}

/// A text with fields in it.
package struct MergeText: Sendable {
    /// A piece of plain text, or a field with the text it was written as.
    private enum Piece {
        case text(Substring)
        case field(MergeField, Substring)
    }

    private let pieces: [Piece]

    package init(_ text: String) {
        var rest = text[...], pieces: [Piece] = []
        while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
            guard let (field, end) = Self.field(in: rest, at: open) else {
                let next = rest.index(after: open)
                // Doubled marks are somebody's braces, not a field.
                let run = rest[open...].firstIndex { $0 != rest[open] } ?? rest.endIndex
                pieces.append(.text(rest[..<max(next, run)]))
                rest = rest[max(next, run)...]
                continue
            }
            pieces += [.text(rest[..<open]), .field(field, rest[open..<end])]
            rest = rest[end...]
        }
        self.pieces = pieces + [.text(rest)]
    }

    package var fields: Set<MergeField> {
        Set(pieces.compactMap { piece in if case .field(let field, _) = piece { field } else { nil } })
    }

    /// Whether nothing but fields, blanks and commas stands in it: such a line only makes room for a signature.
    package var isOnlyFields: Bool {
        !fields.isEmpty
            && pieces.allSatisfy { piece in
                if case .text(let text) = piece { text.allSatisfy { $0.isWhitespace || $0.isPunctuation } } else { true }
            }
    }

    /// With the values in their places, read once: a value that looks like a field stays as it is. What has none becomes a line to write on.
    package func filled(_ values: [MergeField: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): String(text)
            case .field(let field, _): values[field].flatMap { $0.isEmpty ? nil : $0 } ?? "____________"
            }
        }.joined()
    }

    private static func field(in text: Substring, at open: Substring.Index) -> (MergeField, Substring.Index)? {
        let mark = text[open], close: Character = mark == "[" ? "]" : "}"
        let inner = text.index(after: open)
        guard let end = text[inner...].prefix(40).firstIndex(of: close), let field = MergeField(named: text[inner..<end]) else { return nil }
        let after = text.index(after: end)
        return after < text.endIndex && text[after] == close ? nil : (field, after)
    }
}
