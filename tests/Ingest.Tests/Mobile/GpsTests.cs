using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Cameras;
using Transparency.Ingest.Mobile;

namespace Transparency.Ingest.Tests.Mobile;

public sealed class GpsTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("$GPRMC,200000,A,3636.7404,N,12154.0006,W,022.4,084.4,221126,003.1,W*7C", 3661234, -12190001)]
    [InlineData("$GNGGA,200000.00,3636.7404,N,12154.0006,W,1,08,0.9,12.0,M,-33.0,M,,*7F", 3661234, -12190001)]
    [InlineData("$GPRMC,123519,A,4807.038,S,01131.000,E,022.4,084.4,230394,003.1,W*77", -4811730, 1151667)]
    public void A_sentence_with_a_position_gives_it(string sentence, int latitude, int longitude)
    {
        var fix = NmeaSentence.Read(sentence);

        Assert.Equal(GroundPlace.FromE5(latitude, longitude), fix!.Value.Place);
    }

    [Fact]
    public void The_time_of_the_satellites_is_read_where_it_is_told() =>
        Assert.Equal(Noon, NmeaSentence.Read("$GPRMC,200000,A,3636.7404,N,12154.0006,W,022.4,084.4,221126,003.1,W*7C")!.Value.At);

    [Theory]
    [InlineData("$GPRMC,200000,A,3636.7404,N,12154.0006,W,022.4,084.4,221126,003.1,W*7D")]
    [InlineData("$GPRMC,200000,V,3636.7404,N,12154.0006,W,022.4,084.4,221126,003.1,W*6B")]
    [InlineData("$GPGSV,3,1,11,03,03,111,00*4A")]
    [InlineData("")]
    public void A_damaged_sentence_and_one_without_a_position_give_nothing(string sentence) => Assert.Null(NmeaSentence.Read(sentence));

    [Fact]
    public void No_text_makes_the_readers_fail() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => NmeaSentence.Read(text ?? "") is null && GpsdReport.Read(text ?? "") is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"class":"TPV","device":"/dev/ttyUSB0","mode":3,"time":"2026-11-22T20:00:00.000Z","lat":36.61234,"lon":-121.90001,"speed":11.2}""", true)]
    [InlineData("""{"class":"TPV","mode":1}""", false)]
    [InlineData("""{"class":"SKY","satellites":[]}""", false)]
    [InlineData("""{"class":"TPV","mode":3,"lat":"36"}""", false)]
    public void A_report_of_gpsd_gives_a_position_when_it_has_one(string report, bool hasPlace) => Assert.Equal(hasPlace, GpsdReport.Read(report) is not null);

    [Fact]
    public void A_vehicle_seen_between_two_positions_was_between_them()
    {
        var track = new GpsTrack();
        track.Add(Noon, GroundPlace.FromE5(3660000, -12190000));
        track.Add(Noon.AddSeconds(2), GroundPlace.FromE5(3660100, -12190200));

        Assert.Equal(GroundPlace.FromE5(3660050, -12190100), track.At(Noon.AddSeconds(1)));
        Assert.Equal(GroundPlace.FromE5(3660100, -12190200), track.At(Noon.AddSeconds(6)));
        Assert.Null(track.At(Noon.AddMinutes(1)));
    }

    [Fact]
    public async Task A_recorded_track_is_followed_by_the_times_in_it()
    {
        await File.WriteAllTextAsync(
            _folder.File("track.nmea"),
            "$GPRMC,200000,A,3636.7404,N,12154.0006,W,022.4,084.4,221126,003.1,W*7C\nnoise\n",
            TestContext.Current.CancellationToken);
        var track = new GpsTrack();

        await new GpsSource(_folder.File("track.nmea"), track, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3661234, track.At(Noon.AddSeconds(3))!.Value.LatitudeE5);
    }
}
