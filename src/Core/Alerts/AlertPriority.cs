using Transparency.Core.HotLists;

namespace Transparency.Core.Alerts;

/// <summary>Rule: how urgent a kind of list is. 1 where a life may hang on it, 2 where a person is sought, 3 for things and supervision.</summary>
public static class AlertPriority
{
    public const int Gravest = 1;
    public const int Least = 3;

    public static int Of(string kind) => kind switch
    {
        HotListKind.AmberAlert or HotListKind.MissingPerson or HotListKind.ViolentPerson => 1,
        HotListKind.WantedPerson or HotListKind.ProtectionOrder or HotListKind.LocalCase => 2,
        _ => 3,
    };
}
