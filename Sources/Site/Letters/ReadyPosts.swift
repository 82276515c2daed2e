import Campaign
import Documents

/// The posts a case offers for a network, the best first.
struct ReadyPosts {
    let texts: [String]

    /// - Parameters:
    ///   - handles: whom to mention.
    ///   - address: the page of the action.
    init(_ view: ActionView, mentioning handles: [String], address: String, for network: SocialNetwork) {
        let printed = view.output.socialPosts
        let headline = view.headline.last.map { ".!?؟。".contains($0) } == true ? view.headline : view.headline + "."
        let tail = handles.prefix(2).joined(separator: " ")
        let made = [[headline, view.text?.call, tail, address], [headline, tail, address], [headline, address], [address]]
            .map { $0.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ") }
            .first(where: network.takes)
        texts = printed + [made].compactMap { $0 }
    }
}
