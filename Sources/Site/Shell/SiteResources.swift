package import Foundation

/// Where the site's own templates and assets lie: beside the executable.
package enum SiteResources {
    package static var templates: URL { folder("Templates") }
    package static var assets: URL { folder("Assets") }

    private static func folder(_ name: String) -> URL {
        Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
    }
}
