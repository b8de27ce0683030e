using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Audits;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Core.Sharing;

namespace Transparency.Portal.Public.Overview;

/// <summary>What changed lately in policy, sharing, cameras and audits, newest first.</summary>
/// <param name="text">Words of the reader's language.</param>
/// <param name="city">Whose calendar days are of.</param>
/// <param name="today">Nothing later is a change yet.</param>
internal sealed class RecentChanges(IStringLocalizer text, City city, DateOnly today)
{
    private const int Most = 8;

    public IReadOnlyList<RecentChange> Of(
        IEnumerable<PolicyVersion> policies, SharingList sharing, IEnumerable<Camera> cameras, IEnumerable<AuditRecord> audits) =>
    [
        .. policies.Select(Policy).Concat(Sharing(sharing)).Concat(Cameras(cameras)).Concat(audits.SelectMany(Audits))
            .Where(change => change.Day <= today)
            .OrderByDescending(change => change.Day)
            .ThenBy(change => change.Words, StringComparer.Ordinal)
            .Take(Most),
    ];

    private RecentChange Policy(PolicyVersion policy) => new(
        city.DayOf(policy.Effective),
        text["Version {0} of the policy took effect: {1}.", policy.Version, policy.Title],
        $"/policy/{policy.Version}");

    private IEnumerable<RecentChange> Sharing(SharingList list)
    {
        var started = list.CanSearchUs.Select(line => Line(line, text["{0} can search our readings.", line.Name], "can-search-us"));
        var contributed = list.Contributors.Select(line => Line(line, text["{0} contributes cameras.", line.Name], "contributors"));
        var stopped = list.Stopped.Select(line => Line(line, text["Sharing with {0} stopped. {1}", line.Name, text[line.Decision.Words]], "stopped"));
        var refused = list.Refused.Select(line => Line(line, text["A request by {0} was refused.", line.Name], "refused"));
        return started.Concat(contributed).Concat(stopped).Concat(refused).OfType<RecentChange>();
    }

    private static RecentChange? Line(SharingLine line, string words, string part) =>
        City.TryDay(line.SinceDay, out var day) ? new RecentChange(day, words, $"/sharing#{part}") : null;

    private IEnumerable<RecentChange> Cameras(IEnumerable<Camera> cameras)
    {
        var list = cameras.ToList();
        return On(list, c => c.LiveMs, n => n == 1 ? text["A camera was switched on."] : text["{0} cameras were switched on.", n])
            .Concat(On(list, c => c.RemovedMs, n => n == 1 ? text["A camera was removed."] : text["{0} cameras were removed.", n]));
    }

    private IEnumerable<RecentChange> On(IEnumerable<Camera> cameras, Func<Camera, long?> instant, Func<int, string> words) => cameras
        .Where(camera => instant(camera) is not null)
        .GroupBy(camera => city.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(instant(camera)!.Value)))
        .Select(day => new RecentChange(day.Key, words(day.Count()), "/cameras"));

    // A weekly review without findings is routine; it is on the audits page.
    private IEnumerable<RecentChange> Audits(AuditRecord audit)
    {
        if (City.TryDay(audit.CompletedDay, out var day) && (audit.Kind != AuditKind.WeeklyReview || audit.Findings > 0))
        {
            var findings = audit.Findings == 1 ? text["1 finding"] : text["{0} findings", audit.Findings];
            yield return new RecentChange(day, text["{0} was completed, with {1}.", audit.Title, findings], "/audits");
        }
    }
}
