namespace Transparency.Core.Policies;

/// <summary>
/// What the presets prohibit, with words that give such a use away. Words that also occur in ordinary reports ("girlfriend", "ice" on a
/// road, "drone" as stolen goods) are left out or stand in a phrase; <c>*</c> is any ending, capitals match only capitals.
/// </summary>
internal static class ProhibitedPurposes
{
    public static IReadOnlyList<ProhibitedPurpose> All { get; } =
    [
        // Cal. Gov. Code 7284 ff.
        new(PolicyCode.Immigration, new("Immigration enforcement", "Control migratorio"),
        [
            "immigra*", "inmigra*", "deport*", "undocumented", "indocumentad*", "illegal alien*", "illegals", "noncitizen*", "non citizen*",
            "border patrol", "la migra", "migra", "visa overstay*", "overstayed visa", "removal order", "order of removal", "detainer*",
            "customs and border", "homeland security investigations", "enforcement and removal", "administrative warrant", "title 8",
            "287 g", "287g", "ice agent*", "ice hold", "ice raid*", "ice warrant*", "ice request*", "ICE", "CBP", "HSI", "ERO", "USBP", "USCIS",
        ]),
        new("first-amendment-activity",
            new("Watching speech, protest, worship or association", "Vigilar la expresión, la protesta, el culto o la asociación"),
            ["protester*", "protestor*", "demonstrators", "rally attendees", "picketers", "activists", "mosque attendees",
             "church attendees", "union organiz*"]),
        new("reproductive-care", new("Reproductive or gender-affirming care", "Atención reproductiva o de afirmación de género"),
            ["abortion*", "aborto*", "abortifacient*", "gender affirming", "hormone therapy"]),
        new("protected-class", new("A protected characteristic as the reason", "Una característica protegida como motivo"),
            ["racial profile", "looks mexican", "looks hispanic", "looks muslim", "because of race", "because of religion"]),
        new("personal-use", new("Personal use", "Uso personal"),
            ["personal use", "personal reason*", "my ex", "my girlfriend", "my boyfriend", "my wife", "my husband", "my neighbor",
             "my neighbour", "curious", "curiosity", "as a favor", "as a favour"]),
        new("traffic-enforcement", new("Traffic or parking enforcement", "Control de tráfico o estacionamiento"),
            ["speeding ticket*", "parking ticket*", "parking enforcement", "traffic enforcement", "expired registration", "toll evasion",
             "code enforcement"]),
        new("debt-collection", new("Debt collection, repossession or insurance", "Cobro de deudas, embargo o seguros"),
            ["repossess*", "repo agent", "debt collect*", "insurance company", "bail bond*"]),
        new("facial-recognition", new("Facial recognition or occupant identification", "Reconocimiento facial o identificación de ocupantes"),
            ["facial recognition", "face recognition", "occupant identification"]),
    ];
}
