import Documents

/// The fields of one addressee, and those of one letter.
extension DraftFields {
    static func target(_ place: Int) -> [DraftField] {
        [
            part(place, "kind", "desk.imports_field_role", .list([("target", "desk.imports_role_target"), ("copy", "desk.imports_role_copy")])) {
                $0.kind.rawValue
            } set: { target, typed in
                target.kind = typed.flatMap(ActionDraft.Target.Kind.init(rawValue:)) ?? .target
            },
            part(place, "name", "desk.imports_field_name", .line, get: \.name) { $0.name = $1 },
            part(place, "role", "desk.imports_field_office", .line, get: \.role) { $0.role = $1 },
            part(place, "salutation", "desk.imports_field_salutation", .line, get: \.salutation) { $0.salutation = $1 },
            part(place, "address_lines", "desk.imports_field_address", .area, get: { lines($0.addressLines) }) { $0.addressLines = $1.typedLines },
            part(place, "emails", "desk.imports_field_emails", .area, get: { lines($0.emails) }) { $0.emails = $1.typedLines },
            part(place, "phones", "desk.imports_field_phones", .area, get: { lines($0.phones) }) { $0.phones = $1.typedLines },
            part(place, "faxes", "desk.imports_field_faxes", .area, get: { lines($0.faxes) }) { $0.faxes = $1.typedLines },
            part(place, "twitter", "desk.imports_field_twitter", .area, get: { lines($0.twitter) }) { $0.twitter = $1.typedLines },
            part(place, "instagram", "desk.imports_field_instagram", .area, get: { lines($0.instagram) }) { $0.instagram = $1.typedLines },
            part(place, "facebook", "desk.imports_field_facebook", .area, get: { lines($0.facebook) }) { $0.facebook = $1.typedLines },
            part(place, "contact_forms", "desk.imports_field_forms", .area, get: { lines($0.contactForms) }) { $0.contactForms = $1.typedLines },
        ]
    }

    static func letter(_ place: Int) -> [DraftField] {
        [
            written(place, "language", "desk.imports_field_language", .line, get: { $0.language?.rawValue }) {
                $0.language = $1.map { Language($0) }
            },
            written(place, "salutation", "desk.imports_field_greeting", .line, get: \.salutation) { $0.salutation = $1 },
            written(place, "body", "desk.imports_field_body", .area, get: { $0.body.isEmpty ? nil : $0.body }) { $0.body = $1 ?? "" },
            written(place, "closing", "desk.imports_field_closing", .line, get: \.closing) { $0.closing = $1 },
        ]
    }

    /// Takes out addressees and letters that nothing is left of.
    static func withoutEmptyParts(_ draft: ActionDraft) -> ActionDraft {
        var draft = draft
        draft.targets.removeAll { target in
            var bare = target
            (bare.kind, bare.emailsObfuscated) = (.target, 0)
            return bare == ActionDraft.Target()
        }
        draft.letters.removeAll { $0.body.isEmpty && $0.salutation == nil && $0.closing == nil }
        return draft
    }

    private static func lines(_ lines: [String]) -> String? { lines.isEmpty ? nil : lines.joined(separator: "\n") }

    private static func part(
        _ place: Int, _ name: String, _ label: String, _ kind: DraftField.Kind, get: @escaping @Sendable (ActionDraft.Target) -> String?,
        set: @escaping @Sendable (inout ActionDraft.Target, String?) -> Void
    ) -> DraftField {
        DraftField(
            "targets.\(place).\(name)", label, kind, get: { $0.targets.indices.contains(place) ? get($0.targets[place]) : nil }
        ) { draft, typed in
            if place == draft.targets.count { draft.targets.append(ActionDraft.Target()) }
            guard draft.targets.indices.contains(place) else { return false }
            set(&draft.targets[place], typed)
            return true
        }
    }

    private static func written(
        _ place: Int, _ name: String, _ label: String, _ kind: DraftField.Kind, get: @escaping @Sendable (ActionDraft.Letter) -> String?,
        set: @escaping @Sendable (inout ActionDraft.Letter, String?) -> Void
    ) -> DraftField {
        DraftField(
            "letters.\(place).\(name)", label, kind, get: { $0.letters.indices.contains(place) ? get($0.letters[place]) : nil }
        ) { draft, typed in
            if place == draft.letters.count { draft.letters.append(ActionDraft.Letter(body: "")) }
            guard draft.letters.indices.contains(place) else { return false }
            set(&draft.letters[place], typed)
            return true
        }
    }
}
