package import Foundation

/// Where the site's own templates and assets lie: beside the executable.
package enum SiteResources {
    package static var templates: URL { folder("Templates") }
    package static var assets: URL { folder("Assets") }

    /// The description of what programs may ask (OpenAPI 3.1).
    static func description() throws -> [UInt8] {
        Array(try Data(contentsOf: folder("Programs").appendingPathComponent("openapi.json")))
    }

    private static func folder(_ name: String) -> URL {
        Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
    }
}
