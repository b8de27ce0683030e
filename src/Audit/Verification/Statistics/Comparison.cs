namespace Transparency.Audit.Verification.Statistics;

/// <summary>What comparing the published statistics with the log came to.</summary>
/// <param name="Tables">Published tables that were read.</param>
/// <param name="Numbers">Published numbers and records compared.</param>
/// <param name="Withheld">Numbers the portal withholds as small.</param>
public sealed record StatisticsReport(long Tables, long Numbers, long Withheld);

/// <summary>Compares single published numbers with what the log gives for them, and keeps count.</summary>
internal sealed class Comparison(Findings findings)
{
    public long Tables { get; set; }

    public long Numbers { get; private set; }

    public long Withheld { get; private set; }

    /// <param name="where">The table and row: <c>statistics 2026-11-03</c>.</param>
    /// <param name="what">The number, in words.</param>
    public void Number(string where, string what, PublishedRow row, string column, Count expected)
    {
        if (row.IsWithheld(column))
        {
            Withheld++;
        }
        else if (row.Number(column) is { } published)
        {
            Numbers++;
            if (!expected.Allows(published))
            {
                findings.Problem(where, $"The portal publishes {published} {what}; the log has {expected}.");
            }
        }
    }

    /// <summary>A row that the log calls for and the table does not have.</summary>
    public void Missing(string where, string what, Count expected)
    {
        Numbers++;
        if (expected.Least > 0)
        {
            findings.Problem(where, $"The log has {expected} {what}; the portal publishes none.");
        }
    }

    /// <summary>A published record, or a recorded one, that has no counterpart.</summary>
    public void Record(string where, string? problem)
    {
        Numbers++;
        if (problem is not null)
        {
            findings.Problem(where, problem);
        }
    }
}
