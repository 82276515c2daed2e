/// What one other server counted of the cases of this one.
package struct ServerSum: Sendable, Equatable {
    package let name: String
    package let cases: Int
    package let appeals: Int
}
