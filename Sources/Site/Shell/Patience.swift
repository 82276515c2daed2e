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
    private var context: ChannelHandlerContext?
    /// When the connection ends unless something happens; nil while it is the site's turn.
    private var deadline: NIODeadline?
    /// Looks whether the deadline has come. Left as it is when the deadline moves away from it, which it does with every request.
    private var alarm: Scheduled<Void>?
    private var alarmTime = NIODeadline.distantFuture
    /// Whether the client had its time, and the connection is being ended for that.
    private(set) var isOver = false
    private var unanswered = 0
    private var isReading = false
    private var isLast = false

    init(_ limits: Limits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { wait(limits.header, context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stop()
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(limits.header, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
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
        if unanswered > 0 { deadline = nil }
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
        case (_, _, false): deadline = nil
        }
    }

    /// The client got answers that this does not see.
    ///
    /// - Parameter isTaken: whether it took them as well, near enough.
    func answeredAtTheDoor(isTaken: Bool) {
        guard unanswered == 0, !isLast, let context else { return }
        wait(isTaken ? limits.keepAlive : limits.answer, context)
    }

    /// The connection ends once the client has taken what it was answered.
    func ending() {
        if let context { wait(limits.answer, context) }
    }

    private func wait(_ patience: Duration, _ context: ChannelHandlerContext) {
        let time = context.eventLoop.now + TimeAmount(patience)
        deadline = time
        if alarm == nil || time < alarmTime { setAlarm(time, context) }
    }

    private func setAlarm(_ time: NIODeadline, _ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarmTime = time
        alarm = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { self.ring(context) }
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        guard let deadline else { return }
        if deadline > context.eventLoop.now { return setAlarm(deadline, context) }
        isOver = true
        context.close(promise: nil)
    }

    private func stop() {
        deadline = nil
        alarm?.cancel()
        alarm = nil
    }
}
