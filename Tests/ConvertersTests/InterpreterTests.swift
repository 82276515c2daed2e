import Foundation
import Testing

@testable import Converters

@Suite struct InterpreterTests {
    @Test func `a Python named from the folder we stand in is found from anywhere`() {
        let here = FileManager.default.currentDirectoryPath
        #expect(Interpreter(".venv/bin/python").path == "\(here)/.venv/bin/python")
        #expect(Interpreter(".venv/bin/python").folders.first == "\(here)/.venv")
    }

    @Test func `the system's own needs nothing more, and a stray one brings no root with it`() {
        #expect(Interpreter("/usr/bin/python3").folders.isEmpty)
        #expect(Interpreter("/opt/python").folders.isEmpty)
    }
}
