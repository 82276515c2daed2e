package import Hummingbird
import Logging
import NIOCore

/// One request as the site sees it: which host was asked, and in which language an answer is due.
///
/// A visitor has no browser and no identity: what a page does not need is not carried.
package struct Visitor: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The host that was asked for, in lower case and without its port; empty when the request names none.
    package var host = ""
    /// The language tag of the address (`/fr/…`), once a route has read it.
    package var language: String?
    /// Takes note of a page that is the same for everybody; nil where nobody would read it.
    var slip: Slip?
    /// The other end of the connection, for slowing floods (`FloodGate`) and nothing else: never logged, never stored.
    let peer: SocketAddress?

    package init(source: Source) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }

    /// Somebody within this process, who asks without a connection.
    init(within source: some RequestContextSource) {
        coreContext = .init(source: source)
        peer = nil
    }

    /// The number of the request, which error pages show; empty where a logger keeps none.
    package var id: String { logger[metadataKey: "hb.request.id"]?.description ?? "" }

    /// Forms are decoded as forms; what cannot be decoded is the sender's mistake (4xx), never ours.
    package var requestDecoder: URLEncodedFormDecoder { URLEncodedFormDecoder() }
    package var maxUploadSize: Int { Limits.form }
}
