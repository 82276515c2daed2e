/// Any bytes whatever: a draft or a refusal, and what is drafted can be written as JSON.
import Foundation

func fuzzDraft(_ input: [UInt8]) {
    let reading = DraftReader()(input, named: "input")
    precondition((reading.draft == nil) == (reading.refused != nil), "a document is drafted or refused, never both")
    precondition((try? JSONEncoder().encode(reading)) != nil, "every draft can be written")
}
