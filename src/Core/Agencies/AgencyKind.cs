namespace Transparency.Core.Agencies;

/// <summary>What an agency is, as stored in <c>agencies.kind</c>. Where it is says the column <c>state</c>.</summary>
public static class AgencyKind
{
    /// <summary>A city, county or district agency, such as a police department or a sheriff's office.</summary>
    public const string Local = "local";

    /// <summary>An agency of a state, such as a highway patrol or a public university's police.</summary>
    public const string State = "state";

    public const string Federal = "federal";

    /// <summary>A centre that pools data of local, state and federal agencies.</summary>
    public const string FusionCenter = "fusion-center";

    /// <summary>A shopping centre, a home-owners' association, a company, a private university.</summary>
    public const string Private = "private";

    public static IReadOnlyList<string> All { get; } = [Local, State, Federal, FusionCenter, Private];
}
