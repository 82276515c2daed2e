import Campaign
import NIOCore

/// One event loop's own copy of ready answers, so that loops share nothing that they count references of.
final class LoopAnswers {
    private final class Host {
        let name: String
        var answers: [String: Copy] = [:]

        init(_ name: String) {
            self.name = name
        }
    }

    /// An answer with its leaves, made when first asked for.
    final class Copy {
        let ready: ReadyAnswer
        private var leaves: [ContentCoding: AnswerLeaf] = [:]
        private var meters: [Distribution?] = [nil, nil, nil, nil]
        private let measures: Measures

        fileprivate init(_ ready: ReadyAnswer, _ measures: Measures) {
            self.ready = ready
            self.measures = measures
        }

        /// Counts an answer at the door, which takes no time worth telling.
        func note(isForHead: Bool, isKnown: Bool) {
            let place = (isForHead ? 2 : 0) + (isKnown ? 1 : 0)
            let meter = meters[place] ?? measures.requests(ready.route, isForHead ? "HEAD" : "GET", isKnown ? "304" : "200")
            meters[place] = meter
            meter.note(0)
        }

        func withLeaf<T>(_ coding: ContentCoding, _ body: (inout AnswerLeaf) -> T) -> T {
            body(&leaves[coding, default: ready.leaf(coding)])
        }
    }

    private let ready: ReadyAnswers
    private let measures: Measures
    private let atDoor: Counter
    private var hosts: [String: Host] = [:]
    private var named: [String: Host] = [:]
    private var codings: [String: ContentCoding] = [:]
    private var count = 0
    private var edition = 0
    private(set) var day: HTTPDay

    /// Bounds of what strangers' words can fill; past one of them all of it is forgotten.
    private static let most = (answers: 1_024, names: 256)

    init(_ ready: ReadyAnswers, measures: Measures) {
        self.ready = ready
        self.measures = measures
        atDoor = measures.pages("door")
        day = HTTPDay(ready.now())
    }

    /// What can be answered at once to that host and address; nil where the site has to be asked.
    func answer(host: String, target: String) -> Copy? {
        let now = ready.now(), moment = ready.moment(at: now)
        if now.milliseconds / 1_000 != day.second { day = HTTPDay(now) }
        if moment.edition != edition { forget(moment.edition) }
        let place = self.host(host)
        if let copy = place.answers[target], ready.isGood(copy.ready, at: moment) { return copy }
        guard let answer = ready.answer(host: place.name, target: target), ready.isGood(answer, at: moment) else { return nil }
        return keep(answer, for: target, in: place)
    }

    func note(_ copy: Copy, isForHead: Bool, isKnown: Bool) {
        copy.note(isForHead: isForHead, isKnown: isKnown)
        atDoor.add()
    }

    func coding(_ field: String?) -> ContentCoding {
        guard let field else { return .identity }
        if let coding = codings[field] { return coding }
        if codings.count >= Self.most.names { codings = [:] }
        let coding = ContentCoding(accepting: field)
        codings[field] = coding
        return coding
    }

    private func keep(_ answer: ReadyAnswer, for target: String, in place: Host) -> Copy {
        if count >= Self.most.answers {
            for host in named.values { host.answers = [:] }
            count = 0
        }
        let copy = Copy(answer, measures)
        if place.answers.updateValue(copy, forKey: target) == nil { count += 1 }
        return copy
    }

    private func host(_ written: String) -> Host {
        if let host = hosts[written] { return host }
        if hosts.count >= Self.most.names { hosts = [:] }
        let name = ready.host(named: VisitorHost.name(in: written)), host = named[name] ?? Host(name)
        named[name] = host
        hosts[written] = host
        return host
    }

    private func forget(_ edition: Int) {
        (hosts, named, count) = ([:], [:], 0)
        self.edition = edition
    }
}
