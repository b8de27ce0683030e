using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.Searches;

/// <summary>Recorded results as the purge treats them: a detection's number tells when a car passed, so it goes when the detection goes.</summary>
internal static class SearchPages
{
    /// <summary>Takes every number below <paramref name="end"/> out of the results recorded.</summary>
    public static async Task ForgetBeforeAsync(WriteScope scope, long end)
    {
        await scope.Connection.ExecuteAsync("delete from search_pages where newest_id < @end and oldest_id < @end", new { end }, scope.Transaction);
        var cut = await scope.Connection.QueryAsync<(string SearchId, int Page, byte[] Ids)>(
            "select search_id, page, ids from search_pages where oldest_id < @end", new { end }, scope.Transaction);
        foreach (var page in cut.ToList())
        {
            var kept = ResultIds.Read(page.Ids).TakeWhile(id => id >= end).ToArray();
            await scope.Connection.ExecuteAsync(
                "update search_pages set oldest_id = @Oldest, ids = @Ids where search_id = @SearchId and page = @Page",
                new { Oldest = kept[^1], Ids = ResultIds.Write(kept), page.SearchId, page.Page },
                scope.Transaction);
        }
    }
}
