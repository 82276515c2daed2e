import NIOCore
import NIOHTTP1

/// A request on its way through the client's pipeline, with the promise of its answer.
struct HTTPQuestion: Sendable {
    let head: HTTPRequestHead
    let body: [UInt8]
    let answer: EventLoopPromise<HTTPAnswer>
}

/// The server ended the connection before it answered.
package struct HTTPConnectionClosed: Error {}

/// Matches answers to questions in their order.
final class HTTPAnswerCollector: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPQuestion
    typealias OutboundOut = HTTPClientRequestPart

    private var open: [EventLoopPromise<HTTPAnswer>] = []
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let question = unwrapOutboundIn(data)
        guard context.channel.isActive else { return question.answer.fail(HTTPConnectionClosed()) }
        open.append(question.answer)
        context.write(wrapOutboundOut(.head(question.head)), promise: nil)
        if !question.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: question.body)))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(let bytes): body.append(contentsOf: bytes.readableBytesView)
        case .end: finish()
        }
    }

    private func begin(_ head: HTTPResponseHead) {
        self.head = head
        body = []
    }

    private func finish() {
        guard let head, !open.isEmpty else { return }
        let headers = head.headers.map { (name: $0.name.lowercased(), value: $0.value) }
        open.removeFirst().succeed(HTTPAnswer(status: Int(head.status.code), headers: headers, body: body))
    }

    func channelInactive(context: ChannelHandlerContext) {
        for promise in open { promise.fail(HTTPConnectionClosed()) }
        open = []
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        for promise in open { promise.fail(error) }
        open = []
        context.close(promise: nil)
    }
}
