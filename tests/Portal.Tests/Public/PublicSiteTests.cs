using System.Net;
using System.Text.Json;

namespace Transparency.Portal.Tests.Public;

public sealed class PublicSiteTests(RecordedPortal portal) : IClassFixture<RecordedPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables { get; } =
    [
        "/statistics", "/statistics/areas", "/statistics/lists", "/statistics/outcomes", "/statistics/purposes", "/statistics/refusals",
        "/statistics/agencies", "/cameras", "/policy", "/sharing", "/audits", "/decisions", "/documents", "/log/acts",
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Every_table_is_a_csv_and_a_json_with_the_same_rows(string path)
    {
        using var client = portal.CreateClient();
        var csv = await client.GetStringAsync(Relative($"{path}.csv"), Cancellation);
        using var json = JsonDocument.Parse(await client.GetStringAsync(Relative($"{path}.json"), Cancellation));

        var names = csv.Split("\r\n")[0].Split(',');
        var columns = json.RootElement.GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(names, columns.Select(c => c.GetProperty("name").GetString()));
        Assert.All(columns, c => Assert.NotEmpty(c.GetProperty("description").GetString()!));
        Assert.Equal(csv.Split("\r\n").Length - 2, json.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/statistics?from=2026-11-01&to=2026-11-10")]
    [InlineData("/sharing.csv")]
    public async Task A_public_answer_may_be_kept_for_a_few_seconds_by_anyone(string path)
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(Relative(path), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: > 0 and <= 15 });
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/policy/99")]
    [InlineData("/decisions/nothing")]
    [InlineData("/documents/nothing/file.pdf")]
    public async Task What_is_not_there_is_answered_404(string path)
    {
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(Relative(path), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEqual(true, answer.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task Nothing_that_could_name_a_person_or_a_vehicle_leaves_the_building()
    {
        using var client = portal.CreateClient();
        string[] paths = ["/", "/statistics", "/cameras", "/policy", "/sharing", "/audits", "/decisions", "/documents", "/log"];
        foreach (var path in paths.Concat(Tables.Select(row => $"{row.Data}.json")))
        {
            var text = await client.GetStringAsync(Relative(path), Cancellation);
            Assert.All(["7SECRET", "26-999999", "A secret basis", "officer-7", "secret-feed"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
