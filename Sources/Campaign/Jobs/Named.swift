package import ServiceLifecycle

/// A service under the name of its type. ServiceLifecycle names a service by printing it, and ours hold the whole site with them: which would be 16 MB of
/// text, kept as long as the process lives.
package struct Named: Service, CustomStringConvertible {
    private let service: any Service

    package init(_ service: any Service) { self.service = service }

    package var description: String { "\(type(of: service))" }

    package func run() async throws { try await service.run() }
}
