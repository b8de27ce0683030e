using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Recognition.Reading;

/// <summary>
/// Reads the text of one plate. A clear plate is read from one crop; a doubtful one from several, a little larger and smaller, whose
/// texts vote with their probabilities. Not safe for use by two threads at once.
/// </summary>
internal sealed class PlateTextReader(IReadOnlyList<Layer> layers) : IDisposable
{
    private const int ShortestText = 2;

    /// <summary>Where the first two crops agree on a text this surely, no others are needed.</summary>
    private const double Sure = .97;

    /// <summary>The first crop and a wider one: a corner set too far in cuts off the last character, and nothing in that crop tells.</summary>
    private const int FewestCrops = 2;

    /// <summary>What the finder doubts is read once: it is seldom a plate.</summary>
    private const float WorthVoting = .5f;

    /// <summary>What is shown around the plate, as shares of its sides: the first as in training.</summary>
    private static readonly (float X, float Y)[] Margins = [(CropWarp.MarginX, CropWarp.MarginY), (.08f, .10f), (0, 0), (.02f, .16f), (.10f, .02f)];

    private readonly Network network = new(layers);
    private readonly PrefixBeam beam = new();
    private readonly List<(string Text, double Log)> found = [];
    private readonly Dictionary<string, double> votes = [];

    public double Operations => network.Operations;

    /// <summary>What may stand on the plate; one crop suffices where the reader sees no characters at all.</summary>
    public TextVote Read(Frame frame, PlateQuad quad)
    {
        votes.Clear();
        var nothing = 0d;
        for (var crop = 0; crop < Margins.Length; crop++)
        {
            var empty = Vote(frame, quad.Grown(Margins[crop].X, Margins[crop].Y));
            nothing = crop == 0 ? empty : nothing;
            if (crop == 0 && (empty > .5 || quad.Score < WorthVoting))
            {
                break;
            }

            if (crop == FewestCrops - 1 && votes.Values.Max() >= Sure * FewestCrops)
            {
                break;
            }
        }

        var total = votes.Values.Sum();
        return new(
            [.. votes.Where(v => v.Key.Length >= ShortestText).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => new PlateCandidate(v.Key, v.Value / total))],
            nothing);
    }

    public void Dispose() => network.Dispose();

    /// <summary>Adds one crop's texts to the votes. Returns the probability that it shows no characters.</summary>
    private double Vote(Frame frame, PlateQuad quad)
    {
        CropWarp.Warp(frame, quad, network.Input(new Shape(1, CropWarp.Height, CropWarp.Width)));
        beam.Search(network.Run(), network.Output.Width, found);
        var (all, empty, weighted) = (0d, 0d, 0d);
        foreach (var (text, log) in found)
        {
            all += Math.Exp(log);
            empty += text.Length == 0 ? Math.Exp(log) : 0;
            weighted += text.Length == 0 ? 0 : Math.Exp(log + PlateFormats.Log(text));
        }

        foreach (var (text, log) in found.Where(f => f.Text.Length > 0))
        {
            votes[text] = votes.GetValueOrDefault(text) + (Math.Exp(log + PlateFormats.Log(text)) / weighted);
        }

        return empty / all;
    }
}
