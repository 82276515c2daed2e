import Storage

/// How an appeal travels.
package enum Channel: String, Sendable, Codable, CaseIterable, Bindable, Readable {
    case post, email, fax, phone, x, bluesky, mastodon, instagram, facebook
    case contactForm = "contact_form"
    case petition, solidarity, other
}
