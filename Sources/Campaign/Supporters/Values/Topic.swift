import Storage

/// What a case is about, out of three short lists, with an id that never changes. Labels: `topic.<id>`.
///
/// Chosen by how often each word stands in the archive of urgent actions (DOMAIN 2.4: fear for safety 1,851, torture 1,742, …). An
/// outcome is no topic.
package enum Topic: String, Sendable, Codable, CaseIterable, Bindable, Readable {
    // What threatens.
    case fearForSafety = "fear_for_safety"
    case deathThreats = "death_threats"
    case imminentExecution = "imminent_execution"
    case riskOfTorture = "risk_of_torture"
    case disappearance, incommunicado
    case healthConcern = "health_concern"
    case forcedReturn = "forced_return"
    case forcedEviction = "forced_eviction"
    // What it is about.
    case torture
    case deathPenalty = "death_penalty"
    case prisonersOfConscience = "prisoners_of_conscience"
    case unfairTrial = "unfair_trial"
    case arbitraryDetention = "arbitrary_detention"
    case expression
    case protest
    // Whom it concerns.
    case humanRightsDefenders = "human_rights_defenders"
    case journalists, women, children
    case lgbti
    case indigenousPeoples = "indigenous_peoples"
    case refugees
    case religion
    case workers

    package enum List: String, Sendable, CaseIterable { case risk, issue, people }

    package var list: List {
        switch self {
        case .fearForSafety, .deathThreats, .imminentExecution, .riskOfTorture, .disappearance, .incommunicado, .healthConcern, .forcedReturn,
            .forcedEviction:
            .risk
        case .torture, .deathPenalty, .prisonersOfConscience, .unfairTrial, .arbitraryDetention, .expression, .protest: .issue
        case .humanRightsDefenders, .journalists, .women, .children, .lgbti, .indigenousPeoples, .refugees, .religion, .workers: .people
        }
    }
}
