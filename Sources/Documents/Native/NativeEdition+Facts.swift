extension NativeEdition {
    /// The edition as it stands in a front matter.
    var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("section", section)
        facts.put("addressees", addressees.map(\.facts))
        facts.put("downloads", downloads.map(\.facts))
        facts.put("counts", counts.map(\.facts))
        return facts
    }
}

extension NativeEdition.Addressee {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("role", role.rawValue)
        facts.put("name", name)
        facts.put("office", office)
        facts.put("salutation", salutation)
        facts.put("contacts", contacts.map(\.facts))
        return facts
    }
}

extension NativeEdition.Contact {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("channel", channel)
        facts.put("place", place)
        facts.put("hidden", place == nil ? true : nil)
        facts.put("checked", checkedOn)
        return facts
    }
}

extension ActionDraft.Download {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("title", title)
        facts.put("language", language?.rawValue)
        facts.put("format", format)
        facts.put("size", size)
        return facts
    }
}

extension NativeEdition.Count {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("appeals", appeals)
        facts.put("channel", channel)
        facts.put("late", isLate ? true : nil)
        facts.put("day", on)
        facts.put("at", at)
        return facts
    }
}
