import Documents

/// The addresses under which an action is followed up.
enum FollowUpLinks {
    static func document(_ kind: OutputKind, _ reference: Reference) -> String { "\(DeskLinks.action(reference))/follow-ups/\(kind.rawValue)" }
    static func extend(_ reference: Reference) -> String { DeskLinks.action(reference) + "/extension" }
    static func end(_ reference: Reference) -> String { DeskLinks.action(reference) + "/end" }
    static func renaming(_ reference: Reference) -> String { DeskLinks.action(reference) + "/renaming" }
    static func renamingPlaces(_ reference: Reference) -> String { renaming(reference) + "/places" }
    static func audience(_ reference: Reference) -> String { DeskLinks.action(reference) + "/audience" }
}
