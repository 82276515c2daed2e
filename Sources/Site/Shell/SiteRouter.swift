import Campaign
import Hummingbird

/// Where routes are added: a router whose every answer is logged, secured and, when something goes wrong, explained.
enum SiteRouter {
    /// - Parameters:
    ///   - ready: keeps pages of everybody's at the door.
    ///   - measures: told how long answers take.
    ///   - shedding: puts off what is costly when too much is asked.
    static func make(
        errorPages: any ErrorPages, ready: ReadyAnswers? = nil, measures: Measures = Measures(),
        shedding: Shedding? = nil,
        isBehindTLS: @escaping @Sendable (_ host: String) -> Bool = { _ in false }
    ) -> Router<Visitor> {
        let router = Router(context: Visitor.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: HeadAnswers())
        router.add(middleware: VisitorHost())
        if let ready { router.add(middleware: DoorKeeping(ready: ready)) }
        router.add(middleware: Tracing())
        router.add(middleware: RequestLog())
        router.add(middleware: RequestMeter(measures: measures))
        router.add(middleware: SecurityHeaders(isBehindTLS: isBehindTLS))
        router.add(middleware: ForeignReaders())
        router.add(middleware: ErrorMapping(pages: errorPages))
        router.add(middleware: BodyLimit(bytes: UploadRoom.bytes))
        router.add(middleware: CrossSiteRefusal())
        if let shedding { router.add(middleware: shedding) }
        return router
    }
}
