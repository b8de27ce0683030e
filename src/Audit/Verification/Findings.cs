namespace Transparency.Audit.Verification;

/// <summary>Collects what does not fit. Keeps the first of it: one wrong file can make many entries not fit.</summary>
internal sealed class Findings
{
    private const int Kept = 50;
    private readonly List<LogProblem> _problems = [];
    private readonly List<string> _remarks = [];

    public long Count { get; private set; }

    public IReadOnlyList<LogProblem> Problems => _problems;

    public IReadOnlyList<string> Remarks => _remarks;

    public void Problem(string where, string what)
    {
        Count++;
        if (_problems.Count < Kept)
        {
            _problems.Add(new LogProblem(where, what));
        }
    }

    public void Remark(string remark)
    {
        if (_remarks.Count < Kept)
        {
            _remarks.Add(remark);
        }
    }
}
