/// Some pages of a copy that lead to one another: found by following their links, written as they come, and linked when all are there.
struct CopyJob {
    private let copy: SectionCopy
    private let plan: CopyPlan
    /// The action whose pages these are; nil for those that stand for themselves.
    private let owner: String?
    private var pages: [(address: String, file: String)] = []
    private(set) var files: Set<String> = []

    init(_ copy: SectionCopy, _ plan: CopyPlan, owner: String?) {
        self.copy = copy
        self.plan = plan
        self.owner = owner
    }

    /// Writes what is at these addresses, and all that it leads to as far as it belongs here.
    mutating func gather(from addresses: [String]) async throws {
        var waiting = addresses, seen = Set(addresses)
        while let address = waiting.popLast() {
            for found in try await take(address) where isOurs(found) && seen.insert(found).inserted { waiting.append(found) }
        }
    }

    /// Gives the pages links that work from files.
    func link(_ file: (String) -> String?) throws {
        for page in pages {
            try copy.put(try copy.folder.read(page.file), as: page.file, address: page.address, file: file)
        }
    }

    /// The addresses that what is there leads to. What is not there, or leads on, is none of the copy's; where an action was taken down, or is
    /// another section's, or cannot be shown, the page that says so stands for it.
    private mutating func take(_ address: String) async throws -> [String] {
        guard let file = plan.file(address), !(CopyPlan.isGarment(address) && copy.index.has(file)) else { return [] }
        let answer = try await copy.inner.get(address)
        if answer.status >= 500 {
            // one action that cannot be shown is no reason to go on showing what was taken down since yesterday
            guard owner != nil else { throw CopyFault.page(address: address, status: answer.status) }
            copy.index.miss(address)
        }
        let isNote = answer.status >= 400 && plan.root(address) == file
        guard answer.status == 200 || isNote else { return [] }
        try copy.folder.write(answer.bytes, to: file)
        copy.index.count()
        if owner != nil, CopyPlan.isGarment(address) { copy.index.note(file) } else { files.insert(file) }
        guard answer.isPage else { return [] }
        pages.append((address, file))
        return PageLinks(answer.bytes).addresses
    }

    private func isOurs(_ address: String) -> Bool {
        guard plan.file(address) != nil else { return false }
        return CopyPlan.isGarment(address) || plan.action(address) == owner
    }
}
