import Testing

@testable import Documents

@Suite struct WindowFormTests {
    @Test(arguments: WindowForm.allCases, PaperSize.allCases)
    func `the address stands inside the window, the window on the sheet, and the letter below both`(_ form: WindowForm, _ paper: PaperSize) {
        let window = form.window(on: paper)
        let address = form.address(on: paper)
        #expect(address.left >= window.left && address.right <= window.right)
        #expect(address.top >= window.top && address.bottom <= window.bottom)
        #expect(window.right <= paper.width)
        #expect(form.start(on: paper) > window.bottom)
    }

    @Test func `the measures are those of the standards`() {
        #expect(WindowForm.din5008.window(on: .a4) == Box(left: 20, top: 45, width: 85, height: 45))
        let american = WindowForm.usTen.window(on: .letter)
        #expect((american.top / 25.4 * 1_000).rounded() == 2_042)
        #expect((american.left / 25.4 * 1_000).rounded() == 875)
    }

    @Test func `labels fill the sheet without touching`() {
        for size in LabelSize.allCases {
            let labels = (0..<(size.columns * size.rows)).map(size.label)
            #expect(labels.allSatisfy { $0.left >= 0 && $0.right <= size.paper.width + 0.01 && $0.top >= 0 && $0.bottom <= size.paper.height })
            for (one, next) in zip(labels, labels.dropFirst()) {
                #expect(next.left >= one.right - 0.01 || next.top >= one.bottom - 0.01)
            }
        }
    }
}
