using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.HotLists;

/// <summary>
/// Imports a list with its entries, or refuses the whole of it. A refused import is in the log as well, with the number of plates that
/// were left out.
/// </summary>
public sealed class AddHotList(SqlDatabase database, AuditLog log)
{
    /// <returns>The answer of <see cref="HotListSource"/>; a list it refuses is not stored.</returns>
    public Task<HotListDecision> RunAsync(
        AuditContext context, HotList list, IReadOnlyCollection<HotListEntry> entries, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var decision = await HotListStore.AddAsync(scope, list);
                if (decision.IsAccepted)
                {
                    await new HotListStore(database).AddEntriesAsync(scope, entries, cancellation);
                }

                await log.AppendAsync(scope, context, Imported(list, decision, entries.Count), cancellation);
                return decision;
            },
            cancellation);

    internal static AuditEvent Imported(HotList list, HotListDecision decision, int entries) => new(
        AlertActs.HotListChange,
        [
            new("list", list.Name),
            new("list-kind", HotListKind.All.Contains(list.Kind) ? list.Kind : ""),
            new("change", "imported"),
            new("listed", (decision.IsAccepted ? entries : 0).ToString(CultureInfo.InvariantCulture)),
            new("left-out", (decision.IsAccepted ? 0 : entries).ToString(CultureInfo.InvariantCulture)),
        ])
    {
        Elements = $"hot list {list.Name} of {list.Source}",
        Outcome = decision.Words,
    };
}
