using Transparency.Ingest.Recognition.Finding;
using Transparency.Ingest.Recognition.Networks;
using Transparency.Ingest.Recognition.Reading;

namespace Transparency.Ingest.Recognition;

/// <summary>
/// Finds and reads the plates in a frame. Works on the calling thread and keeps its memory between frames: use one instance per thread.
/// </summary>
public sealed class PlateReader : IDisposable
{
    private const int MostCandidates = 10;

    /// <summary>A picture no wider than this that no plate was found in may itself be the cut-out of a plate.</summary>
    private const int WidestCutOut = 1024;

    private readonly PlateFinder finder;
    private readonly PlateTextReader texts;
    private readonly List<PlateRead> reads = [];

    private PlateReader(PlateFinder finder, PlateTextReader texts) => (this.finder, this.texts) = (finder, texts);

    /// <summary>Loads the weights. Throws <see cref="InvalidDataException"/> when they are damaged.</summary>
    public static PlateReader Load() => new(new PlateFinder(NetworkFile.Load("finder.tnet")), new PlateTextReader(NetworkFile.Load("reader.tnet")));

    /// <summary>The plates in the frame, the surest first. Boxes are in pixels of the frame.</summary>
    public IReadOnlyList<PlateRead> Read(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        reads.Clear();
        foreach (var quad in finder.Find(frame))
        {
            Add(frame, quad);
        }

        if (reads.Count == 0 && frame.Width <= WidestCutOut && frame.Width >= frame.Height * 1.2f && frame.Width <= frame.Height * 5)
        {
            Add(frame, PlateQuad.Upright(new(0, 0, frame.Width, frame.Height), .5f));
        }

        reads.Sort((a, b) => b.Confidence.CompareTo(a.Confidence));
        return [.. reads];
    }

    public void Dispose()
    {
        finder.Dispose();
        texts.Dispose();
    }

    private void Add(Frame frame, PlateQuad quad)
    {
        var ranked = texts.Read(frame, quad);
        if (ranked.Count == 0)
        {
            return;
        }

        var confidence = ReadConfidence.Of(quad.Score, ranked);
        if (!ReadConfidence.IsWorthReporting(quad.Score, confidence))
        {
            return;
        }

        var candidates = ranked.Take(MostCandidates).Select(c => new PlateCandidate(Spelling.Spell(c.Text), c.Probability)).ToList();
        reads.Add(new(candidates[0].Text, confidence, null, quad.Box, quad, candidates));
    }
}
