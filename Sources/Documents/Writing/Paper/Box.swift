/// A rectangle on a sheet, in millimetres from the sheet's corner above left.
package struct Box: Hashable, Sendable {
    package let left: Double
    package let top: Double
    package let width: Double
    package let height: Double

    package init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    package var right: Double { left + width }
    package var bottom: Double { top + height }
}
