/// The addresses of the list of whom nothing is sent to.
enum SuppressionLinks {
    static let list = "/desk/suppressions"
    static let clear = "/desk/suppressions/clear"
    static let reveal = "/desk/suppressions/reveal"
}
