using Transparency.Core.Detections;

namespace Transparency.Core.Tests.Detections;

public sealed class PhotographStoreTests
{
    private static readonly byte[] Jpeg = [0xff, 0xd8, .. "a photograph of a car"u8, 0xff, 0xd9];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photograph_lies_in_its_capture_days_folder_encrypted_and_readable_by_its_owner_alone()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        var path = Path.Combine(city.Database.Folder, "photos", "2026-11-22", id.ToString());
        var stored = await File.ReadAllBytesAsync(path, Cancellation);
        Assert.Equal(-1, stored.AsSpan().IndexOf("photograph"u8));
        Assert.Equal(Jpeg, await city.Get<PhotographStore>().ReadAsync(id, Cancellation));
        foreach (var file in new[] { path, Key(city, "master.key"), Key(city, "days/2026-11-22.key") })
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Theory]
    [InlineData("master.key")]
    [InlineData("days/2026-11-22.key")]
    public async Task Without_the_master_key_or_the_days_share_a_photograph_cannot_be_read(string lost)
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        File.Delete(Key(city, lost));
        Assert.Null(await city.Get<PhotographStore>().ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task Without_its_row_a_days_share_opens_nothing()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        await city.ExecuteAsync("delete from photo_keys");
        Assert.Null(await city.Get<PhotographStore>().ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task A_photograph_moved_to_another_detection_is_refused()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        var other = DetectionId.Create(id.CapturedAt, id.Node, (id.Sequence + 1) % DetectionId.Sequences);
        var folder = Path.Combine(city.Database.Folder, "photos", "2026-11-22");
        File.Copy(Path.Combine(folder, id.ToString()), Path.Combine(folder, other.ToString()));
        Assert.Null(await city.Get<PhotographStore>().ReadAsync(other, Cancellation));
    }

    [Fact]
    public async Task A_file_with_any_byte_changed_is_refused()
    {
        await using var city = await TestCity.CreateAsync();
        var id = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        var path = Path.Combine(city.Database.Folder, "photos", "2026-11-22", id.ToString());
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            await File.WriteAllBytesAsync(path, changed, Cancellation);
            Assert.Null(await city.Get<PhotographStore>().ReadAsync(id, Cancellation));
        }

        await File.WriteAllBytesAsync(path, [], Cancellation);
        Assert.Null(await city.Get<PhotographStore>().ReadAsync(id, Cancellation));
    }

    [Fact]
    public async Task Photographs_of_refused_reads_are_not_written()
    {
        await using var city = await TestCity.CreateAsync();
        await city.DeliverAsync(city.Car("7ABC123", TestCity.PlannedCamera, TimeSpan.Zero, Jpeg));
        Assert.False(Directory.Exists(Path.Combine(city.Database.Folder, "photos")));
    }

    [Fact]
    public async Task Four_writers_of_a_new_day_agree_on_one_key()
    {
        await using var city = await TestCity.CreateAsync();
        var ids = new DetectionIds(node: 1);
        var photographs = Enumerable.Range(0, 20).Select(_ => ids.Next(city.Clock.Now)).ToList();
        await Task.WhenAll(photographs.Chunk(5).Select(some => Task.Run(
            () => city.Get<PhotographStore>().SaveAsync(some.Select(id => (id, Jpeg)).ToList(), city.Clock.Now, Cancellation), Cancellation)));
        foreach (var id in photographs)
        {
            Assert.Equal(Jpeg, await city.Get<PhotographStore>().ReadAsync(id, Cancellation));
        }
    }

    [Fact]
    public async Task A_lost_share_stops_delivery_with_a_message_instead_of_writing_what_nobody_could_read()
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero, Jpeg);
        File.Delete(Key(city, "days/2026-11-22.key"));
        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => city.DeliverAsync(city.Car("7ABC124", TestCity.HarborCamera, TimeSpan.Zero, Jpeg)));
        Assert.Contains("2026-11-22", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("7ABC124", error.Message, StringComparison.Ordinal);
    }

    private static string Key(TestCity city, string name) => Path.Combine(city.Database.Folder, "keys", name);
}
