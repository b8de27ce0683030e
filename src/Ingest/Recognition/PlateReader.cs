using Transparency.Ingest.Recognition.Finding;
using Transparency.Ingest.Recognition.Networks;
using Transparency.Ingest.Recognition.Reading;
using Transparency.Ingest.Recognition.Vehicles;

namespace Transparency.Ingest.Recognition;

/// <summary>
/// Finds and reads the plates in a frame. Works on the calling thread and keeps its memory between frames: use one instance per thread.
/// </summary>
public sealed class PlateReader : IDisposable
{
    private const int MostCandidates = 10;

    /// <summary>A picture of a plate's shape, no wider than this, may itself be the cut-out of a plate.</summary>
    private const int WidestCutOut = 480;

    /// <summary>In such a picture a find narrower than this share of it is rather a part of the plate than the plate.</summary>
    private const float LeastShareOfCutOut = .4f;

    /// <summary>What a whole picture counts as a find: only a sure text makes it a plate.</summary>
    private const float CutOutScore = .4f;

    private readonly PlateFinder finder;
    private readonly PlateTextReader texts;
    private readonly List<PlateRead> reads = [];

    private PlateReader(PlateFinder finder, PlateTextReader texts) => (this.finder, this.texts) = (finder, texts);

    /// <summary>Also reports what is rather no plate; for explaining and for fitting the confidence.</summary>
    public bool KeepsDoubtful { get; init; }

    /// <summary>Loads the weights. Throws <see cref="InvalidDataException"/> when they are damaged.</summary>
    public static PlateReader Load(bool keepsDoubtful = false) => new(
        new PlateFinder(NetworkFile.Load("finder.tnet")),
        new PlateTextReader(NetworkFile.Load("reader.tnet")))
    {
        KeepsDoubtful = keepsDoubtful,
    };

    /// <summary>The plates in the frame, the surest first. Boxes are in pixels of the frame.</summary>
    public IReadOnlyList<PlateRead> Read(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        reads.Clear();
        foreach (var quad in finder.Find(frame))
        {
            Add(frame, quad);
        }

        if (MayBeCutOut(frame) && reads.TrueForAll(r => r.Box.Width < frame.Width * LeastShareOfCutOut))
        {
            reads.RemoveAll(r => r.Confidence < .5);
            Add(frame, PlateQuad.Upright(new(0, 0, frame.Width, frame.Height), CutOutScore));
        }

        reads.Sort((a, b) => b.Confidence.CompareTo(a.Confidence));
        return [.. reads];
    }

    public void Dispose()
    {
        finder.Dispose();
        texts.Dispose();
    }

    private static bool MayBeCutOut(Frame frame) =>
        frame.Width <= WidestCutOut && frame.Width >= frame.Height * 1.5f && frame.Width <= frame.Height * 5;

    private void Add(Frame frame, PlateQuad quad)
    {
        var vote = texts.Read(frame, quad);
        if (vote.Ranked.Count == 0)
        {
            return;
        }

        var evidence = new ReadEvidence(quad.Score, vote.Nothing, vote.Ranked[0].Probability);
        if (!KeepsDoubtful && !ReadConfidence.IsPlate(evidence))
        {
            return;
        }

        var candidates = vote.Ranked.Take(MostCandidates).Select(c => new PlateCandidate(Spelling.Spell(c.Text), c.Probability)).ToList();
        var confidence = ReadConfidence.OfText(evidence);
        var plate = ReadConfidence.IsReadable(confidence) ? candidates[0].Text : "";
        reads.Add(new(plate, confidence, null, quad.Box, quad, candidates)
        {
            Colour = PaintColour.Tell(frame, quad),
            Evidence = evidence,
        });
    }
}
