using System.Text;
using Transparency.Core.Cameras;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Cameras;
using Transparency.Portal.Public.Parts;
using Transparency.Portal.Public.Periods;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Tests.Public;

public sealed class RuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026Q3", true)]
    [InlineData("2026q3", true)]
    [InlineData("2026-Q3", true)]
    [InlineData("2026Q5", false)]
    [InlineData("Q3", false)]
    [InlineData("", false)]
    [InlineData("26Q3", false)]
    public void A_quarter_is_written_with_year_and_number(string text, bool valid) => Assert.Equal(valid, Quarter.TryParse(text, out _));

    [Fact]
    public void A_quarter_has_its_days_and_a_quarter_before()
    {
        Assert.Equal(new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)), new Quarter(2026, 1).Period);
        Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Before);
        Assert.Equal(new Quarter(2026, 4), Quarter.Of(Today));
    }

    [Fact]
    public void Only_periods_with_figures_are_offered()
    {
        var offered = NamedPeriod.Offered(Today, Today.AddDays(-9)).Select(named => named.Kind);

        Assert.Equal([NamedPeriodKind.SevenDays, NamedPeriodKind.ThirtyDays], offered);
    }

    [Fact]
    public void Overlapping_outages_are_counted_once()
    {
        var camera = Live(0);
        CameraOutage[] outages = [Outage(10, 30), Outage(20, 40), Outage(90, null)];

        var uptime = CameraUptime.Of(camera, outages, At(0), At(100));

        Assert.Equal(60, uptime.Percent!.Value, 3);
        Assert.Equal(3, uptime.Outages);
    }

    [Fact]
    public void A_camera_is_expected_only_from_the_day_it_went_live()
    {
        Assert.Equal(TimeSpan.FromHours(25), CameraUptime.Of(Live(75), [], At(0), At(100)).Expected);
        Assert.Null(CameraUptime.Of(Live(200), [], At(0), At(100)).Percent);
    }

    [Theory]
    [InlineData("0,0 10,0 10,10 0,10", true)]
    [InlineData("0,0 10,0", false)]
    [InlineData("0,0 10,0 x,y", false)]
    [InlineData("0,0 10,0 10,5000", false)]
    [InlineData("", false)]
    public void An_outline_is_at_least_three_points_inside_the_map(string outline, bool valid) =>
        Assert.Equal(valid, MapShape.Parse(outline) is not null);

    [Fact]
    public void A_label_stands_in_the_middle_of_its_area() => Assert.Equal((5, 5), MapShape.Parse("0,0 10,0 10,10 0,10")!.Centre);

    [Fact]
    public void A_table_as_csv_quotes_what_needs_it_and_starts_no_formula()
    {
        var table = PublicTable.Of<string>(
            "Names", ["a,b", "say \"hi\"", "=cmd()", "plain"], [new("name", "Name", "", name => Cell.Text(name))]);

        Assert.Equal("name\r\n\"a,b\"\r\n\"say \"\"hi\"\"\"\r\n'=cmd()\r\nplain\r\n", Encoding.UTF8.GetString(TableFiles.Csv(table)));
    }

    [Fact]
    public void Times_name_their_zone()
    {
        Assert.Equal("22 November 2026, 12:00 PST", CityTime.Words(RecordedCity.City, RecordedCity.Now));
        Assert.Equal("22 July 2026, 13:00 PDT", CityTime.Words(RecordedCity.City, new DateTimeOffset(2026, 7, 22, 20, 0, 0, TimeSpan.Zero)));
    }

    private static DateTimeOffset At(int hour) => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour);

    private static CameraOutage Outage(int from, int? to) => new()
    {
        Id = $"{from}",
        Camera = 1,
        FromMs = At(from).ToUnixTimeMilliseconds(),
        ToMs = to is { } end ? At(end).ToUnixTimeMilliseconds() : null,
        Reason = "",
    };

    private static Camera Live(int hour) => new()
    {
        Number = 1,
        Name = "",
        AreaId = "",
        Kind = CameraKind.Fixed,
        Facing = "",
        Feed = "",
        Status = CameraStatus.Live,
        CreatedMs = 0,
        LiveMs = At(hour).ToUnixTimeMilliseconds(),
    };
}
