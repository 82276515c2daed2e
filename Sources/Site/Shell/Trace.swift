import HTTPTypes
import Hummingbird
import Logging

/// The number by which a proxy in front follows a request through several programs (W3C Trace Context); nil when it says none.
///
///     Trace.id(in: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")   // "4bf92f3577b34da6a3ce929d0e0e4736"
enum Trace {
    static func id(in field: String) -> String? {
        let parts = field.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].count == 2, parts[0] != "ff", parts[1].utf8.count == 32, parts[2].utf8.count == 16 else { return nil }
        let isNumber = (parts[0] + parts[1] + parts[2]).utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        return isNumber && parts[1].contains { $0 != "0" } ? String(parts[1]) : nil
    }
}

/// Puts the trace of a request on every line that is logged for it.
struct Tracing: RouterMiddleware {
    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        guard let trace = request.headers[.traceParent].flatMap(Trace.id) else { return try await next(request, context) }
        var visitor = context
        visitor.logger[metadataKey: "trace"] = "\(trace)"
        return try await next(request, visitor)
    }
}

extension HTTPField.Name {
    fileprivate static let traceParent = Self("traceparent") ?? .origin
}
