/// A page finished in words: a value whose stored properties are what its template prints.
///
/// Strings are ready to print, in the reader's language; flags are named `isX` or `hasX`. An absent optional prints nothing and its
/// section is left out. An **empty string is not absent** for a section: use nil.
package protocol Page: Sendable {
    /// The template's name: its path under Templates, without `.mustache`.
    static var template: String { get }
}
