import Storage

extension Connection {
    /// Lets go of a browser that its push service does not know any more, and with it of a supporter whom nothing else leads to.
    ///
    /// - Parameter lookup: the one that was tried; a browser that was entered anew since then stays.
    func forgetBrowser(_ lookup: String, of supporter: Supporter.ID, event: String, at now: Instant) throws {
        guard try deleteBrowser(of: supporter, lookup: lookup), try self.lookup(of: supporter) == nil, let gone = try self.supporter(supporter)
        else { return }
        try erase(gone, event: event, by: "push service", at: now)
    }
}
