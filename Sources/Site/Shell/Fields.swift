import Mustache

/// What a page and its parts hold, by name: read once for each value. Templates ask for names many times over, and looking through a value's
/// stored properties for each of them took half of the time in which a page was made.
struct Fields: MustacheParent {
    private let values: [String: Any]

    init(of value: Any) {
        var values: [String: Any] = [:]
        for case (let name?, let value) in Mirror(reflecting: value).children { values[name] = Self.printable(value) }
        self.values = values
    }

    func child(named name: String) -> Any? { values[name] }

    /// A value as the templates take it; nil for what is absent.
    private static func printable(_ value: Any) -> Any? {
        // to compare types is far quicker than to try casts, and most values are of these
        let type = type(of: value)
        if type == String.self || type == Bool.self || type == [String: String].self || type == [String].self { return value }
        if type == String?.self { return value as? String }
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional: mirror.children.first.flatMap { printable($0.value) }
        case .collection: value is any NamedParts ? value : mirror.children.compactMap { printable($0.value) }
        case .struct: value is any MustacheParent ? value : Fields(of: value)
        default: value
        }
    }
}

/// Parts that name what they hold themselves, without being looked through: those of which a page has hundreds.
protocol NamedParts {}

extension Array: NamedParts where Element: MustacheParent {}
