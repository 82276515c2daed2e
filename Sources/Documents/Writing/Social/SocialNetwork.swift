/// A network to post on: how it counts, how much it takes, and how its own window is opened with a text.
package enum SocialNetwork: String, Hashable, Sendable, CaseIterable {
    case x, bluesky, mastodon, threads, instagram, facebook

    package var name: String {
        switch self {
        case .x: "X"
        case .bluesky: "Bluesky"
        case .mastodon: "Mastodon"
        case .threads: "Threads"
        case .instagram: "Instagram"
        case .facebook: "Facebook"
        }
    }

    /// The longest post, in the units of ``length(of:)``. Mastodon's is the usual one; a server may set another.
    package var limit: Int {
        switch self {
        case .x: 280
        case .bluesky: 300
        case .mastodon, .threads: 500
        case .instagram: 2_200
        case .facebook: 63_206
        }
    }

    /// How long the network takes a text to be.
    package func length(of text: String) -> Int {
        switch self {
        case .x: PostLength.weighted(text)
        case .mastodon: PostLength.federated(text)
        case .bluesky, .threads, .instagram, .facebook: text.count
        }
    }

    package func takes(_ text: String) -> Bool { length(of: text) <= limit }

    /// Where the network's own window opens with the text in it; nil where it has no such address.
    ///
    /// - Parameter instance: the server of the writer's account, for Mastodon.
    package func shareLink(_ text: String, at instance: HostName? = nil) -> String? {
        let words = PercentEncoding.encoded(text)
        switch self {
        case .x: return "https://x.com/intent/tweet?text=" + words
        case .bluesky: return "https://bsky.app/intent/compose?text=" + words
        case .threads: return "https://www.threads.com/intent/post?text=" + words
        case .mastodon: return instance.map { "https://\($0.text)/share?text=" + words }
        case .instagram, .facebook: return nil
        }
    }
}

extension SocialNetwork {
    /// Where a page's address is shared, for the network that takes an address but no text of ours.
    package func shareLink(ofPage address: String) -> String? {
        self == .facebook ? "https://www.facebook.com/sharer/sharer.php?u=" + PercentEncoding.encoded(address) : nil
    }
}
