#pragma warning disable RS0030 // Seeded: what fails once fails again in the same way.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Transparency.Core.Detections;
using Transparency.Portal.Api.Cameras;

namespace Transparency.Portal.Tests.Api.Cameras;

/// <summary>
/// Damaged messages: none may crash or hold up the reading, and what is read of one must be in it. <c>TRANSPARENCY_FUZZ=1000000</c>
/// makes a long run of it.
/// </summary>
public sealed class CameraFuzzTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static readonly byte[][] Tokens =
    [
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ":"u8.ToArray(), ","u8.ToArray(), "null"u8.ToArray(),
        "-1"u8.ToArray(), "1e999"u8.ToArray(), "9223372036854775808"u8.ToArray(), "\\ud800"u8.ToArray(), "<"u8.ToArray(), "</ANPR>"u8.ToArray(),
        "&#0;"u8.ToArray(), "<!DOCTYPE x>"u8.ToArray(), "\r\n"u8.ToArray(), "--"u8.ToArray(), [0], [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80],
    ];

    [Theory]
    [InlineData("rekor")]
    [InlineData("hikvision")]
    [InlineData("platerecognizer")]
    [InlineData("native")]
    public void A_damaged_message_is_refused_or_read_as_it_stands(string format)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("TRANSPARENCY_FUZZ"), CultureInfo.InvariantCulture, out var asked) ? asked : 4000;
        var (samples, read) = Of(format);
        var random = new Random(20261122);
        var (understood, slowest) = (0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var message = Mutate(random, samples[i % samples.Length]);
            var start = Stopwatch.GetTimestamp();
            var outcome = read(message);
            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
            understood += outcome.Problem is null ? 1 : 0;
            foreach (var vehicle in outcome.Reads)
            {
                AssertStandsIn(message, vehicle);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{count} damaged messages, {understood} still understood, the slowest took {slowest.TotalMilliseconds:N1} ms");
        Assert.True(slowest < TimeSpan.FromSeconds(20));
    }

    private static (byte[][] Samples, Func<byte[], CameraMessage> Read) Of(string format) => format switch
    {
        "rekor" => (
            [Small(CameraSamples.RekorGroup(At)), CameraSamples.RekorResults(At, "u", "8ABC123"), CameraSamples.RekorHeartbeat],
            message => RekorFormat.Read(message)),
        "hikvision" => (
            [CameraSamples.Hikvision(At), CameraSamples.FormOf(("anpr.xml", "application/xml", CameraSamples.Hikvision(At)), ("licensePlatePicture.jpg", "image/jpeg", CameraSamples.Jpeg[..200]))],
            message => message.Length > 1 && message[0] == '-' ? HikvisionFormat.Read(CameraSamples.Form, message) : HikvisionFormat.Read("application/xml", message)),
        "platerecognizer" => (
            [CameraSamples.PlateRecognizer(At), CameraSamples.FormOf(("json", "application/json", CameraSamples.PlateRecognizer(At)))],
            message => PlateRecognizerFormat.Read(message.Length > 1 && message[0] == '-' ? CameraSamples.Form : "application/json", message)),
        _ => ([CameraSamples.Native(At, more: ""","place":{"latitude":36.6,"longitude":-121.9}""")], message => NativeFormat.Read(message)),
    };

    // The picture in base64 would take most of the damage.
    private static byte[] Small(byte[] group) =>
        CameraSamples.Text(Encoding.UTF8.GetString(group).Replace(Convert.ToBase64String(CameraSamples.Jpeg), Convert.ToBase64String(CameraSamples.Jpeg.AsSpan(0, 60)), StringComparison.Ordinal));

    private static byte[] Mutate(Random random, byte[] sample)
    {
        var message = sample.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(message.Count + 1);
            var length = Math.Min(random.Next(1, 12), message.Count - at);
            switch (random.Next(7))
            {
                case 0 when length > 0: message[at] ^= (byte)(1 << random.Next(8)); break;
                case 1 when length > 0: message[at] = (byte)random.Next(256); break;
                case 2: message.RemoveRange(at, length); break;
                case 3: message.InsertRange(random.Next(message.Count + 1), message.GetRange(at, length)); break;
                case 4: message.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
                case 5 when random.Next(20) == 0: message.RemoveRange(at, message.Count - at); break;
                case 6 when random.Next(20) == 0: message.InsertRange(at, Enumerable.Repeat(message[Math.Min(at, message.Count - 1)], random.Next(5000))); break;
                default: break;
            }

            if (message.Count == 0)
            {
                message.Add(0);
            }
        }

        return [.. message];
    }

    private static void AssertStandsIn(byte[] message, VendorRead read)
    {
        Assert.True(PlateText.TryParse(read.Plate, out var plate));
        Assert.InRange(read.Confidence, 0, 1);
        Assert.InRange(read.CapturedAt.Year, 2020, 2100);
        Assert.True(read.Of(7).Id.Value > 0);
        var text = Encoding.UTF8.GetString(message);
        if (!text.Contains('\\', StringComparison.Ordinal) && !text.Contains("&#", StringComparison.Ordinal))
        {
            var letters = new string([.. text.Normalize(NormalizationForm.FormKD).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
            Assert.Contains(plate.Value, letters, StringComparison.Ordinal);
        }
    }
}
