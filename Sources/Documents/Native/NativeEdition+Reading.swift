extension NativeEdition {
    init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        section = try facts.needed("section") { $0 }
        addressees = try facts.parts("addressees", Addressee.init)
        downloads = try facts.parts("downloads", ActionDraft.Download.init)
        counts = try facts.parts("counts", Count.init)
    }
}

extension NativeEdition.Addressee {
    fileprivate init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        self.init(
            role: try facts.needed("role", ActionDraft.Target.Kind.init), name: try facts.text("name"), office: try facts.text("office"),
            salutation: try facts.text("salutation")
        )
        guard name != nil || office != nil else { throw .init("addressees: a name or an office wanted") }
        contacts = try facts.parts("contacts", NativeEdition.Contact.init)
    }
}

extension NativeEdition.Contact {
    fileprivate init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        channel = try facts.needed("channel") { $0 }
        place = try facts.text("place")
        checkedOn = try facts.value("checked", Day.init)
        guard try (facts.flag("hidden") ?? false) == (place == nil) else { throw .init("contacts: either a place or hidden") }
    }
}

extension ActionDraft.Download {
    fileprivate init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        self.init(
            title: try facts.needed("title") { $0 }, language: try facts.value("language", Language.init(rawValue:)),
            format: try facts.text("format"), size: try facts.text("size")
        )
    }
}

extension NativeEdition.Count {
    fileprivate init(_ facts: FrontMatterReading) throws(NativeDocument.Malformed) {
        appeals = try facts.needed("appeals") { text in Int(text).flatMap { (1...1_000_000_000).contains($0) ? $0 : nil } }
        channel = try facts.needed("channel") { $0 }
        isLate = try facts.flag("late") ?? false
        on = try facts.needed("day", Day.init)
        at = try facts.needed("at") { $0 }
    }
}
