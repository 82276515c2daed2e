import Campaign
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import NIOTLS

/// A connection by TLS: HTTP/2 with whoever asks for it, else HTTP/1.1 as without TLS, the door and its patience among it.
///
/// HTTP/2 has no door: its pages come from the router, which keeps them ready. Its bounds are NIO's (100 streams at once, 16 KB of header fields, 200
/// streams taken back in half a minute, then the connection ends) and our patience with each stream.
struct SecureChannel: HTTPChannelHandler {
    /// What was agreed on.
    enum Spoken: Sendable { case http1(PatientChannel.Value), http2(HTTP2Channel.Value) }

    struct Value: ServerChildChannelValue {
        let spoken: EventLoopFuture<Spoken>
        let channel: any NIOCore.Channel
    }

    /// Nobody is served on one connection for longer, so that a renewed certificate is soon the only one.
    private static let longest = Duration.seconds(3_600)

    let plain: PatientChannel
    private let certificates: Certificates
    private let http2: HTTP2Channel

    init(_ plain: PatientChannel, certificates: Certificates) {
        self.plain = plain
        self.certificates = certificates
        let limits = plain.limits
        var configuration = HTTP2ChannelConfiguration(
            idleTimeout: limits.keepAlive, gracefulCloseTimeout: limits.linger,
            streamConfiguration: .init(additionalChannelHandlers: [StreamPatience(limits)]))
        configuration.maxAgeTimeout = Self.longest
        http2 = HTTP2Channel(responder: plain.responder, configuration: configuration)
    }

    var responder: HTTPChannelHandler.Responder { plain.responder }

    func setup(channel: any NIOCore.Channel, logger: Logger) -> EventLoopFuture<Value> {
        plain.count(channel)
        return channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(NIOSSLServerHandler(context: certificates.context))
            let agreement = NIOTypedApplicationProtocolNegotiationHandler<Spoken> { [plain, http2] result in
                switch result {
                case .negotiated("h2"): http2.setup(channel: channel, logger: logger).map(Spoken.http2)
                default: plain.setUp(channel, logger).map(Spoken.http1)
                }
            }
            try pipeline.addHandler(agreement)
            let spoken = agreement.protocolNegotiationResult
            let alarm = channel.eventLoop.scheduleTask(in: TimeAmount(plain.limits.header)) { channel.close(promise: nil) }
            spoken.whenComplete { _ in alarm.cancel() }
            return Value(spoken: spoken, channel: channel)
        }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.spoken.get() {
            case .http1(let connection): await plain.handle(value: connection, logger: logger)
            case .http2(let connection): await http2.handle(value: connection, logger: logger)
            }
        } catch {
            logger.debug("no TLS", metadata: ["error": "\(type(of: error))"])
        }
    }
}
