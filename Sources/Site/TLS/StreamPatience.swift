import NIOCore
import NIOHTTPTypes

/// Ends a stream of HTTP/2 whose client takes too long: to send a body, or to take an answer. The connection and its other streams go on.
final class StreamPatience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: Limits
    private var alarm: Scheduled<Void>?

    init(_ limits: Limits) {
        self.limits = limits
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: wait(limits.body, context)
        case .body: break
        case .end: stop()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { wait(limits.answer, context) }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func wait(_ patience: Duration, _ context: ChannelHandlerContext) {
        stop()
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(patience)) { context.close(promise: nil) }
    }

    private func stop() {
        alarm?.cancel()
        alarm = nil
    }
}
