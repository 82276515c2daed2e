import NIOCore
import NIOHTTP1

/// Ends a connection whose client takes too long, and tells the client when its connection ends.
///
/// Sits between NIO's HTTP decoder and Hummingbird, because only here a half-sent header can be told from a quiet connection.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: Limits
    private var deadline: Scheduled<Void>?
    private var unanswered = 0
    private var isReading = false
    private var isLast = false

    init(_ limits: Limits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { wait(limits.header, context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(limits.header, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body: break
        case .end: finishReading(context)
        }
        context.fireChannelRead(data)
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        unanswered += 1
        isReading = true
        isLast = isLast || !head.isKeepAlive
        wait(limits.body, context)
    }

    private func finishReading(_ context: ChannelHandlerContext) {
        isReading = false
        if unanswered > 0 { deadline?.cancel() }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): context.write(wrapOutboundOut(.head(lastWords(head))), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end: finish(data, promise ?? context.eventLoop.makePromise(), context)
        }
    }

    /// An answer that comes before its request has been read ends the connection: what is still on its way cannot be trusted to be a
    /// request. The answer to what is no HTTP at all comes without any request.
    private func lastWords(_ head: HTTPResponseHead) -> HTTPResponseHead {
        guard head.status.code >= 200, unanswered <= 1 else { return head }
        if unanswered == 0 { isReading = true }
        isLast = isLast || isReading
        guard isLast else { return head }
        var head = head
        head.headers.replaceOrAdd(name: "connection", value: "close")
        return head
    }

    private func finish(_ end: NIOAny, _ promise: EventLoopPromise<Void>, _ context: ChannelHandlerContext) {
        unanswered = max(0, unanswered - 1)
        wait(limits.answer, context)
        promise.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
        context.write(end, promise: promise)
    }

    private func answered(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        switch (unanswered, isLast, isReading) {
        case (0, true, true): wait(limits.linger, context)
        case (0, true, false): context.close(promise: nil)
        case (0, false, _): wait(limits.keepAlive, context)
        case (_, _, true): wait(limits.body, context)
        case (_, _, false): deadline?.cancel()
        }
    }

    private func wait(_ patience: Duration, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(patience)) {
            context.close(promise: nil)
        }
    }
}
