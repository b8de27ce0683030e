using System.Globalization;

namespace Transparency.Core.Approvals;

/// <summary>A vote as the clerk records it: "5-0", or "4-1-1" with those who abstained or were absent last.</summary>
public readonly record struct CouncilVote(int For, int Against, int Absent)
{
    /// <summary>More for than against. A tie does not pass.</summary>
    public bool Passed => For > Against;

    public static bool TryParse(string? text, out CouncilVote vote)
    {
        vote = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length is not (2 or 3))
        {
            return false;
        }

        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] > 999)
            {
                return false;
            }
        }

        vote = new CouncilVote(numbers[0], numbers[1], numbers[2]);
        return true;
    }
}
