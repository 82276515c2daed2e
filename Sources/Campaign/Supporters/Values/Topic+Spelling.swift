extension Topic {
    /// The topic that a word of a document or of another archive means: our id, however it is written, or one of the names that were used before
    /// there were lists, misspelt ones among them (DOMAIN 2.4).
    ///
    /// nil for a word that stands for none of the topics, or for several: an "execution" is a death sentence carried out, or a killing.
    init?(spelled text: String) {
        let words = text.lowercased().split { !$0.isLetter }.joined(separator: "_")
        guard let topic = Topic(rawValue: words) ?? Self.spellings[words] else { return nil }
        self = topic
    }

    /// The topics of a title that names concerns, as titles did before 2009: "Death penalty / unfair trial". None of a title that is a sentence.
    static func concerns(inTitle title: String) -> [Topic] {
        if let one = Topic(spelled: title) { return [one] }
        return title.split(separator: "/").compactMap { Topic(spelled: String($0)) }
    }

    private static let spellings: [String: Topic] = [
        "safety": .fearForSafety, "fear_of_safety": .fearForSafety, "fears_for_safety": .fearForSafety, "threats": .deathThreats,
        "death_threat": .deathThreats, "imminent_executions": .imminentExecution, "risk_of_execution": .imminentExecution,
        "fear_of_torture": .riskOfTorture, "fear_of_torture_or_ill_treatment": .riskOfTorture, "torture_risk": .riskOfTorture,
        "fear_of_torture_ill_treatment": .riskOfTorture, "fear_of_imminent_execution": .imminentExecution, "fear_of_disappearance": .disappearance,
        "disappearances": .disappearance, "enforced_disappearance": .disappearance, "enforced_disappearances": .disappearance,
        "possible_disappearance": .disappearance, "disappeared": .disappearance, "incommunicado_detention": .incommunicado,
        "secret_detention": .incommunicado, "health": .healthConcern, "health_concerns": .healthConcern, "medical_concern": .healthConcern,
        "forcible_return": .forcedReturn, "fear_of_forcible_return": .forcedReturn, "deportation": .forcedReturn, "refoulement": .forcedReturn,
        "expulsion": .forcedReturn, "forced_evictions": .forcedEviction, "eviction": .forcedEviction, "evictions": .forcedEviction,
        "ill_treatment": .torture, "torture_and_ill_treatment": .torture, "torture_ill_treatment": .torture, "deathy_penalty": .deathPenalty,
        "capital_punishment": .deathPenalty, "prisoner_of_conscience": .prisonersOfConscience,
        "possible_prisoner_of_conscience": .prisonersOfConscience, "unfair_trials": .unfairTrial, "unfair_trail": .unfairTrial,
        "detention": .arbitraryDetention, "arbitrary_arrest": .arbitraryDetention, "detention_without_charge": .arbitraryDetention,
        "administrative_detention": .arbitraryDetention, "freedom_of_expression": .expression, "freedom_of_assembly": .protest,
        "protests": .protest, "protesters": .protest, "demonstration": .protest, "demonstrations": .protest, "defenders": .humanRightsDefenders,
        "human_rights_defender": .humanRightsDefenders, "hrd": .humanRightsDefenders, "hrds": .humanRightsDefenders, "journalist": .journalists,
        "media_workers": .journalists, "women_s_rights": .women, "womens_rights": .women, "child": .children, "children_s_rights": .children,
        "juveniles": .children, "minors": .children, "lgbt": .lgbti, "lgbtq": .lgbti, "lgbtqi": .lgbti, "lgbti_people": .lgbti,
        "indigenous": .indigenousPeoples, "indigenous_people": .indigenousPeoples, "refugee": .refugees, "asylum": .refugees,
        "asylum_seekers": .refugees, "migrants": .refugees, "refugees_and_migrants": .refugees, "freedom_of_religion": .religion,
        "religious_freedom": .religion, "religious_minorities": .religion, "trade_unionists": .workers, "trade_unions": .workers,
        "workers_rights": .workers, "labour_rights": .workers,
    ]
}
