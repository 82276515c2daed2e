/// A page of any bytes: its tree is laid out so that every element holds what follows it, and it gives lines or a refusal.
func fuzzHTML(_ input: [UInt8]) {
    _ = HTMLReader.recognises(input)
    if let text = TextEncoding(of: input)?.text(of: input), let tidied = try? MarkupTidy(text).tidied() {
        checkTree(MarkupTree(tidied))
    }
    if let lines = try? HTMLReader().lines(of: input) { checkLines(lines) }
}

private func checkTree(_ tree: MarkupTree) {
    var ends: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
        while let last = ends.last, last <= index { ends.removeLast() }
        precondition(node.end > index && node.end <= ends.last ?? tree.nodes.count, "an element ends inside the one around it")
        ends.append(node.end)
    }
    var end = 0
    for range in Boilerplate(tree).ranges {
        precondition(range.lowerBound >= end && range.upperBound <= tree.nodes.count, "what is dropped lies in the page, in order")
        end = range.upperBound
    }
}
