import Logging
import NIOCore
import NIOHTTP1

/// Answers what is ready on the event loop, before the site is asked; everything else goes on to the site as it came.
///
/// Sits right behind NIO's HTTP decoder and writes past its encoder, in whole answers. It answers only while the site owes nothing on
/// this connection, so that answers keep the order of their questions; until then even a page that is ready is asked of the site.
/// A client that does not take its answers is not read from any more.
final class Door: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let answers: LoopAnswers
    private let patience: Patience
    private let log: Logger?
    private var encoder: ChannelHandlerContext?
    /// What is answered here once its request has ended.
    private var asked: (DoorQuestion, LoopAnswers.Copy)?
    /// How many requests the site has not answered yet.
    private var owed = 0
    /// The connection ends with what the site is answering, or is ending.
    private var isLast = false
    private var isHeld = false
    private var isUnsent = false
    /// Whether anything was ever answered here.
    private var hasAnswered = false

    /// - Parameter log: takes one line a request; nil where nobody reads them.
    init(_ answers: LoopAnswers, patience: Patience, log: Logger?) {
        self.answers = answers
        self.patience = patience
        self.log = log
    }

    func handlerAdded(context: ChannelHandlerContext) {
        encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        encoder = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            asked = owed == 0 && !isLast ? ready(head) : nil
            if asked != nil { return }
            owed += 1
            isLast = isLast || !head.isKeepAlive
        case .body: break
        case .end:
            if let (question, copy) = asked {
                asked = nil
                return answer(question, copy)
            }
        }
        context.fireChannelRead(data)
    }

    private func ready(_ head: HTTPRequestHead) -> (DoorQuestion, LoopAnswers.Copy)? {
        guard encoder != nil, let question = DoorQuestion(head) else { return nil }
        return answers.answer(host: question.host, target: question.target).map { (question, $0) }
    }

    private func answer(_ question: DoorQuestion, _ copy: LoopAnswers.Copy) {
        let day = answers.day
        let (head, body, isKnown) = copy.withLeaf(answers.coding(question.codings)) { leaf -> (ByteBuffer, ByteBuffer?, Bool) in
            if let known = question.known, leaf.tag.isNamed(in: known) { return (leaf.headWhenKnown.dated(day), nil, true) }
            return (leaf.head.dated(day), question.isForHead ? nil : leaf.body, false)
        }
        encoder?.write(NIOAny(IOData.byteBuffer(head)), promise: nil)
        if let body { encoder?.write(NIOAny(IOData.byteBuffer(body)), promise: nil) }
        (isUnsent, hasAnswered) = (true, true)
        answers.note(copy, isForHead: question.isForHead, isKnown: isKnown)
        if let log { RequestLog.write(question.isForHead ? "HEAD" : "GET", copy.ready.route, isKnown ? 304 : 200, .zero, to: log) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isUnsent {
            isUnsent = false
            encoder?.flush()
            patience.answeredAtTheDoor(isTaken: context.channel.isWritable)
        }
        context.fireChannelReadComplete()
    }

    // Back-pressure: what the client does not take stops what is read of it. While the site owes answers it sees to that itself.

    func read(context: ChannelHandlerContext) {
        if owed == 0, !context.channel.isWritable { isHeld = true } else { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if isHeld, context.channel.isWritable {
            isHeld = false
            patience.answeredAtTheDoor(isTaken: true)
            context.read()
        }
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isLast = isLast || head.headers[canonicalForm: "connection"].contains("close")
        case .body: break
        case .end: owed = max(0, owed - 1)
        }
        context.write(data, promise: promise)
    }

    /// What was answered here leaves before the connection ends, as long as patience lasts.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard hasAnswered, mode != .input, !patience.isOver, context.channel.isActive, let encoder else {
            return context.close(mode: mode, promise: promise)
        }
        isLast = true
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: mode, promise: promise) }
        patience.ending()
        encoder.writeAndFlush(NIOAny(IOData.byteBuffer(ByteBuffer())), promise: sent)
    }
}
