import Storage
import Testing

@testable import Site

@Suite struct FaultLabelTests {
    @Test func `what a database refused is named by its number, and nothing that somebody wrote`() {
        let label = FaultLabel(StorageFailure.other(code: "53200", message: "out of memory while Amina wrote")).description
        #expect(label == "Storage.StorageFailure.other 53200")
        #expect(FaultLabel(StorageFailure.unique("report.token_hash")).description == "Storage.StorageFailure.unique")
    }
}
