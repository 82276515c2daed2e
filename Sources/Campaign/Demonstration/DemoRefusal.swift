/// Why something of a demonstration is not done.
package enum DemoRefusal: Refusal, Equatable {
    /// The database holds something and was never marked as a demonstration's: it is left alone.
    case notADemo

    package var kind: RefusalKind { .forbidden }
    package var message: Message { Message("demo.refused") }
}
