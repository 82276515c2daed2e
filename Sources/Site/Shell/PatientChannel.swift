import Campaign
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Hummingbird's HTTP/1 channel with our own patience built in; its idle time-out is left off, because it cannot see a half-sent header.
struct PatientChannel: HTTPChannelHandler {
    typealias Value = HTTP1Channel.Value

    let base: HTTP1Channel
    let limits: Limits
    /// Leads to what is answered before the site is asked; nil where everything is asked of the site.
    let doorway: Doorway?
    let connections: Gauge

    init(_ limits: Limits, doorway: Doorway? = nil, connections: Gauge = Gauge(), responder: @escaping HTTPChannelHandler.Responder) {
        var configuration = HTTP1Channel.Configuration()
        configuration.httpDecoder = .init(
            maxHeaderFieldSize: limits.headerBytes,
            maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.headerFields
        )
        self.base = HTTP1Channel(responder: responder, configuration: configuration)
        self.limits = limits
        self.doorway = doorway
        self.connections = connections
    }

    var responder: HTTPChannelHandler.Responder { base.responder }

    func setup(channel: any NIOCore.Channel, logger: Logger) -> EventLoopFuture<Value> {
        count(channel)
        return setUp(channel, logger)
    }

    /// What is read at once. Each of very many quiet connections keeps a buffer of the first size.
    private static let reading = AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1_024, maximum: 65_536)

    func count(_ channel: any NIOCore.Channel) {
        connections.add(1)
        channel.closeFuture.whenComplete { [connections] _ in connections.add(-1) }
        try? channel.syncOptions?.setOption(.recvAllocator, value: Self.reading)
    }

    func setUp(_ channel: any NIOCore.Channel, _ logger: Logger) -> EventLoopFuture<Value> {
        base.setup(channel: channel, logger: logger).flatMapThrowing { [limits, doorway] value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let patience = Patience(limits)
            try pipeline.addHandler(patience, position: .after(decoder))
            if let doorway {
                let log = logger.logLevel <= .info ? logger : nil
                try pipeline.addHandler(Door(doorway.answers(on: channel.eventLoop), patience: patience, log: log), position: .before(patience))
            }
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
