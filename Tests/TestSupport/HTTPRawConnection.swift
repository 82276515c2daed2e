import NIOCore
import NIOPosix

/// A bare connection, for what no well-behaved client would send.
package struct HTTPRawConnection: Sendable {
    private let channel: any Channel
    private let received: EventLoopFuture<String>

    package static func open(port: Int) async throws -> HTTPRawConnection {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let received = loop.makePromise(of: String.self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(HTTPTranscript(received))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return HTTPRawConnection(channel: channel, received: received.futureResult)
    }

    package func send(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text)).get()
    }

    /// Everything that the server sent, once it has ended the connection.
    package func transcript() async throws -> String {
        try await received.get()
    }

    package func close() async {
        try? await channel.close().get()
    }
}

/// Keeps what arrives until the connection ends.
private final class HTTPTranscript: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<String>
    private var text = ""

    init(_ promise: EventLoopPromise<String>) {
        self.promise = promise
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        text += String(buffer: unwrapInboundIn(data))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.succeed(text)
        context.fireChannelInactive()
    }
}
