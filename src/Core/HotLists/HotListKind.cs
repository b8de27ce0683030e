namespace Transparency.Core.HotLists;

/// <summary>What the entries of a hot list are about, as stored in <c>hot_lists.kind</c>. The codes follow the files of the national extract.</summary>
public static class HotListKind
{
    public const string StolenVehicle = "stolen-vehicle";
    public const string StolenPlate = "stolen-plate";
    public const string WantedPerson = "wanted-person";
    public const string MissingPerson = "missing-person";
    public const string ProtectionOrder = "protection-order";
    public const string ViolentPerson = "violent-person";
    public const string SexOffender = "sex-offender";
    public const string SupervisedRelease = "supervised-release";
    public const string AmberAlert = "amber-alert";

    /// <summary>Entries the department itself makes for a case.</summary>
    public const string LocalCase = "local-case";

    public static IReadOnlyList<string> All { get; } =
    [
        StolenVehicle, StolenPlate, WantedPerson, MissingPerson, ProtectionOrder, ViolentPerson, SexOffender, SupervisedRelease, AmberAlert,
        LocalCase,
    ];
}
