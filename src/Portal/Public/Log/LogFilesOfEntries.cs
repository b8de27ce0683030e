using System.Globalization;
using Microsoft.Extensions.Localization;
using Transparency.Core.AuditTrail;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Log;

/// <summary>Any range of entries as CSV and JSON, and the feed of changes that matter.</summary>
internal static class LogFilesOfEntries
{
    /// <summary>The most entries of one download.</summary>
    public const int Most = 10_000;

    public static void MapEntries(this IEndpointRouteBuilder app)
    {
        Map(app, "/log/entries", _ => new EntryFilter());
        Map(app, "/log/day/{value}", value => new EntryFilter(Day: value));
        Map(app, "/log/act/{value}", value => new EntryFilter(Act: value));
        Map(app, "/log/agency/{value}", value => new EntryFilter(Agency: value));
        Map(app, "/log/purpose/{value}", value => new EntryFilter(Purpose: value));
        app.MapGet("/log/feed.atom", LogFeed.GetAsync).CacheOutput(PublicCache.Name);
    }

    /// <summary>A number as an address carries it; null where it is none.</summary>
    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Map(IEndpointRouteBuilder app, string path, Func<string, EntryFilter> filter) => app.MapTable(path, async context =>
    {
        var query = context.Request.Query;
        var entries = await context.RequestServices.GetRequiredService<EntryList>().RangeAsync(
            filter(Value(context)), Number(query["from"]) ?? 0, Number(query["to"]) ?? long.MaxValue, Most, context.RequestAborted);
        return LogTables.Entries(context.RequestServices.GetRequiredService<IStringLocalizer<EntriesPage>>(), entries);
    });

    private static string Value(HttpContext context) => (string?)context.GetRouteValue("value") ?? "";
}
