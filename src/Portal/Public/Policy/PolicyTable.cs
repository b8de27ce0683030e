using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Policies;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Policy;

/// <summary>Every version of the policy, newest first.</summary>
internal static class PolicyTable
{
    public static PublicTable Of(IStringLocalizer text, City city, IReadOnlyList<PolicyVersion> versions, PolicyVersion? inForce) => PublicTable.Of(
        text["Versions of the policy"],
        versions,
        new("version", text["Version"], "Counted from 1.", v => Cell.Count(v.Version) with { Address = $"/policy/{v.Version}" }),
        new("title", text["Title"], "As adopted.", v => Cell.Text(v.Title)),
        new("adopted", text["Adopted"], "Day of the council's decision.", v => Cell.Day(v.Adopted)),
        new("effective", text["In force from"], "Day from which the software obeys it.", v => Cell.Day(city.DayOf(v.Effective))),
        new("retention_days", text["Days kept"], "Days from a photograph to its destruction.", v => Cell.Count(v.Terms.RetentionDays), isNumber: true),
        new("status", text["Status"], "in-force, replaced or coming.", v => Status(text, v, inForce)));

    private static Cell Status(IStringLocalizer text, PolicyVersion version, PolicyVersion? inForce) =>
        version.Version == inForce?.Version ? Cell.Code(text["In force"], "in-force")
        : version.Version < inForce?.Version ? Cell.Code(text["Replaced"], "replaced")
        : Cell.Code(text["Coming"], "coming");
}
