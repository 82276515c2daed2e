/// What a page is made from, in short: while the stamp is the same, so is the page. Cheap to ask for: versions and counts, not texts.
package struct Stamp: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}
