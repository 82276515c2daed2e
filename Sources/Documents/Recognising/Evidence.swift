/// What shows that a text is an urgent action at all.
struct Evidence {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    /// Whether the text calls itself one, carries a number or code of one, or holds a letter to somebody.
    func suffices(reference: CaseReferences.Found?, code: IndexCodes.Found?, letters: [ActionDraft.Letter], targets: [ActionDraft.Target]) -> Bool {
        if reference?.series != nil || code != nil && manuscript.saysUrgent { return true }
        if manuscript.saysUrgent { return true }
        if !letters.isEmpty, targets.contains(where: { !$0.phones.isEmpty || !$0.faxes.isEmpty }) { return true }
        return letters.contains { $0.salutation != nil } && (!targets.isEmpty || letters.contains { $0.closing != nil && $0.body.utf8.count > 80 })
    }
}
