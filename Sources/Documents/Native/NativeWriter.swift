/// Writes a native document as text; the same document is always the same bytes.
package struct NativeWriter: Sendable {
    package init() {}

    package func callAsFunction(_ document: NativeDocument) throws -> String {
        switch document {
        case .output(let output): "---\n" + (try facts(of: output).text()) + "---\n" + BodyWriter.text(of: output)
        case .withdrawal(let withdrawal): "---\n" + (try facts(of: withdrawal).text()) + "---\n"
        }
    }

    private func head(_ reference: Reference) -> FrontMatter {
        var facts = FrontMatter()
        facts.put("amparo", NativeDocument.version)
        facts.put("reference", reference.printed(.slash))
        return facts
    }

    private func facts(of withdrawal: NativeWithdrawal) -> FrontMatter {
        var facts = head(withdrawal.reference), removal = withdrawal.stamp.facts
        removal.put("reason", withdrawal.reason)
        facts.put("withdrawn", removal)
        return facts
    }

    private func facts(of output: NativeOutput) -> FrontMatter {
        var facts = head(output.reference)
        facts.put("invented", output.isInvented ? true : nil)
        facts.put("countries", output.countries.map(\.code))
        facts.put("subjects", output.subjects.map(\.facts))
        facts.put("topics", output.topics)
        facts.put("output", output.ordinal)
        facts.put("kind", output.kind.rawValue)
        put(output.facts, into: &facts)
        if let published = output.published { facts.put("published", published.facts) } else { facts.putNull("published") }
        facts.put("language", output.language?.rawValue)
        facts.put("editions", output.editions.map(\.facts))
        return facts
    }

    private func put(_ known: NativeOutput.Facts, into facts: inout FrontMatter) {
        facts.put("final", known.isFinal)
        facts.put("index_code", known.indexCode)
        facts.put("issued", known.issuedOn)
        facts.put("act_until", known.actUntil)
        facts.put("extensions", known.extensions.map(\.facts))
        facts.put("ended", known.endedOn)
        facts.put("end_reason", known.endReason?.rawValue)
        facts.put("outcome", known.outcome?.rawValue)
        facts.put("event", known.eventOn)
        facts.put("preferred_languages", known.preferredLanguages.map(\.rawValue))
        facts.put("own_language", known.ownLanguageWelcome)
        facts.put("previous", known.previousLink)
        facts.put("corrects", known.corrects)
        facts.put("audience", known.audience)
    }
}

extension NativeOutput.Extension {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("until", until)
        facts.put("section", section)
        facts.put("at", stamp.at)
        facts.put("by", stamp.by)
        return facts
    }
}

extension NativeStamp {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("at", at)
        facts.put("by", by)
        return facts
    }
}

extension NativeOutput.Subject {
    fileprivate var facts: FrontMatter {
        var facts = FrontMatter()
        facts.put("name", name)
        facts.put("pronouns", pronouns)
        return facts
    }
}
