import Campaign
import Hummingbird

extension DeskShell {
    /// The answer with what a browser keeps of a session that was just opened. Of a browser that was never used before its owner is told.
    func entered(_ session: StaffSession, _ answer: Response, _ request: Request, _ reader: Reader, _ isSecure: Bool) async -> Response {
        let known = DeskCookie.known.value(in: request, isSecure: isSecure), agent = request.headers[.userAgent] ?? ""
        // Who may come in does: a warning that cannot be written is no reason to stay outside.
        let new = try? await desk.know(session, known: known, agent: agent, at: reader.section)
        let marked = new.map { answer.adding(cookie: DeskCookie.known.set($0, isSecure: isSecure)) } ?? answer
        return marked.adding(cookie: DeskCookie.session.set(session.token, isSecure: isSecure))
    }
}
