import Campaign
import Documents

/// How a page offers to be kept for reading without a connection. It needs a script and a click; nothing of it is shown or done otherwise.
struct OfflinePart: Sendable {
    /// Below which address all lies that is kept, in the page's language.
    let offlinePath: String
    /// The last day for letters; after it the copy goes.
    let offlineUntil: String
    let offlineScript: String
    /// Under its plain name: a worker whose address changes would be another worker.
    let offlineWorker = "/assets/worker.js"
    /// With a mark where the browser puts the day of the copy.
    let offlineNote: String
    let offlineKept: String

    static let dayMark = "@day@"

    /// nil where no letters are wanted, and in a copy of the site.
    init?(_ view: ActionView, _ site: SiteParts) {
        guard view.isOpen, site.copiedOn == nil else { return nil }
        let reader = view.reader
        offlinePath = Links.action(view.action.reference, reader.language)
        offlineUntil = view.actUntil?.text ?? "9999-12-31"
        offlineScript = site.assets.path("offline.js")
        offlineNote = reader.text("offline.note", ["date": Self.dayMark])
        offlineKept = reader.text("offline.kept", ["date": Self.dayMark])
    }
}
