using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Audit.Verification;

namespace Transparency.Verify;

/// <summary>Says what a verification came to, in words or as JSON.</summary>
public sealed class ReportWriter(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void WriteJson(string source, VerifyReport report, long? remembered) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            report.Holds,
            Source = source,
            report.Checkpoint?.Origin,
            report.Checkpoint?.Head.Size,
            Root = report.Checkpoint?.Head.Root.ToBase64(),
            Remembered = remembered,
            report.Entries,
            report.Files,
            report.Acts,
            report.Days,
            report.FieldsOpened,
            report.Problems,
            report.ProblemCount,
            report.Remarks,
            Witnesses = report.Cosigned.Select(signature => new { signature.Key.Name, At = signature.CosignedAt }),
            report.Statistics,
            report.Note,
        },
        Json));

    public void WriteWords(VerifyReport report, long? remembered)
    {
        if (report.Holds)
        {
            WriteWhatHolds(report, remembered);
        }
        else
        {
            WriteProblems(report);
        }
        foreach (var remark in report.Remarks)
        {
            Line($"Note: {remark}");
        }
    }

    private void WriteWhatHolds(VerifyReport report, long? remembered)
    {
        var head = report.Checkpoint!.Head;
        Line($"Verified: everything holds.");
        Line($"  {report.Entries:N0} entries were re-hashed and give the signed root {head.Root.ToBase64()}.");
        Line($"  {report.Files:N0} tiles and bundles are as they must be.");
        Line($"  {report.FieldsOpened:N0} values published for {report.Days:N0} days are the ones committed to.");
        if (remembered is { } size)
        {
            Line($"  The {size:N0} entries seen last time are still there, unchanged.");
        }
        if (report.Statistics is { } statistics)
        {
            Line($"  {statistics.Numbers:N0} published numbers in {statistics.Tables:N0} tables are what the entries give ({statistics.Withheld:N0} more are withheld as small).");
        }
        foreach (var signature in report.Cosigned)
        {
            Line($"  The witness {signature.Key.Name} has signed this head at {DateTimeOffset.FromUnixTimeSeconds(signature.CosignedAt!.Value):u}.");
        }
        foreach (var (act, count) in report.Acts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Line($"  {count,12:N0}  {act}");
        }
    }

    private void WriteProblems(VerifyReport report)
    {
        Line($"NOT VERIFIED: something does not fit.");
        foreach (var problem in report.Problems)
        {
            Line($"  {problem.Where}: {problem.What}");
        }
        if (report.ProblemCount > report.Problems.Count)
        {
            Line($"  and {report.ProblemCount - report.Problems.Count:N0} more.");
        }
        if (report.Note is not null)
        {
            Line($"The checkpoint below is the log's signed claim. Keep it, and a copy of the log (--save), as evidence.");
            output.WriteLine();
            output.Write(report.Note);
        }
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
