/// Something worth a second look before a letter is sent. It is advice: nothing waits for it.
package enum LetterRemark: Hashable, Sendable {
    /// A request of the model letter, as it stands there, that the writer's words no longer make.
    case requestLost(String)
    /// A demand of a case without a model letter that the writer's words do not make.
    case demandMissing(String)
    /// None of the people at risk is named.
    case nameMissing(String)
    case insult(String)
    /// More than a page, by an estimate.
    case overOnePage
    /// A request about a topic that the case does not speak of.
    case otherTopic(String)
    case greetingMissing
    /// A name in square brackets that nobody fills in.
    case fieldLeft(String)
}
