import Documents

extension Action {
    /// Whether `section` publishes this output.
    ///
    /// The international section publishes all. Another one publishes what it adopted or made an edition of, and what nobody decided about
    /// unless it waits for a person. What it declined it does not publish, nor what came after in the same action until it adopts that. An end,
    /// an outcome or a withdrawal, waits for nobody where something before it is published.
    package func isShown(_ output: Output, by section: Section.Code) -> Bool {
        guard section != .international else { return true }
        let all = (outputs + unseen).sorted { $0.ordinal < $1.ordinal }, before = all.filter { $0.ordinal < output.ordinal }
        guard all.contains(where: { $0.isOffered(to: section) }) else { return false }
        let decided = (before + [output]).last { $0.adoption(of: section) != nil }?.adoption(of: section)
        if decided?.state == .declined { return false }
        if isTakenUp(output, by: section) { return true }
        return output.kind.isEnd && before.contains { isTakenUp($0, by: section) && $0.adoption(of: section)?.state != .declined }
    }

    /// Whether `section` shows anything of this action.
    package func isShown(by section: Section.Code) -> Bool {
        outputs.contains { isShown($0, by: section) }
    }

    /// The action as readers of `section` see it: the outputs that it publishes, in the languages in which it does. The others still replace
    /// what came before them.
    package func seen(by section: Section.Code) -> Action {
        guard section != .international else { return self }
        var action = self
        action.outputs = outputs.filter { isShown($0, by: section) }.map { $0.spoken(in: section) }
        action.unseen = unseen + outputs.filter { !isShown($0, by: section) }
        return action
    }

    /// Somebody decided for it, or nobody needs to.
    private func isTakenUp(_ output: Output, by section: Section.Code) -> Bool {
        if let adoption = output.adoption(of: section) { return adoption.state != .declined }
        guard let since = waits[section], let published = output.publishedAt, published >= since else { return true }
        return output.hasOwnEdition(of: section)
    }
}

extension Output {
    fileprivate func isOffered(to section: Section.Code) -> Bool {
        editions.contains { [section, .international].contains($0.section) } || adoption(of: section) != nil
    }

    /// With the words in the languages the section publishes; all of them rather than none.
    fileprivate func spoken(in section: Section.Code) -> Output {
        guard let languages = adoption(of: section)?.languages, !languages.isEmpty else { return self }
        let chosen = texts.filter { languages.contains($0.language) }
        guard !chosen.isEmpty else { return self }
        var output = self
        output.texts = chosen
        return output
    }
}

extension OutputKind {
    /// Whether such a document ends an action.
    package var isEnd: Bool { self == .outcome || self == .withdrawal }
}
