using Transparency.Ingest.Recognition.Networks;

namespace Transparency.Ingest.Recognition.Reading;

/// <summary>
/// Reads the text of one plate. A clear plate is read from one crop; a doubtful one from several, a little larger and smaller, whose
/// texts vote with their probabilities. Not safe for use by two threads at once.
/// </summary>
internal sealed class PlateTextReader(IReadOnlyList<Layer> layers) : IDisposable
{
    private const int ShortestText = 2;

    /// <summary>A first crop this sure needs no others.</summary>
    private const double Sure = .97;

    /// <summary>What the finder doubts is read once: it is seldom a plate.</summary>
    private const float WorthVoting = .5f;

    /// <summary>What is shown around the plate, as shares of its sides: the first as in training.</summary>
    private static readonly (float X, float Y)[] Margins = [(.03f, .05f), (0, 0), (.08f, .10f), (.02f, .16f), (.10f, .02f)];

    private readonly Network network = new(layers);
    private readonly PrefixBeam beam = new();
    private readonly List<(string Text, double Log)> found = [];
    private readonly Dictionary<string, double> votes = [];

    public double Operations => network.Operations;

    /// <summary>The texts with their share of the probability, likeliest first; empty when there is nothing to read.</summary>
    public IReadOnlyList<PlateCandidate> Read(Frame frame, PlateQuad quad)
    {
        votes.Clear();
        for (var crop = 0; crop < Margins.Length; crop++)
        {
            Vote(frame, quad.Grown(Margins[crop].X, Margins[crop].Y));
            if (crop == 0 && (quad.Score < WorthVoting || votes.Values.Max() >= Sure))
            {
                break;
            }
        }

        var total = votes.Values.Sum();
        return [.. votes.Where(v => v.Key.Length >= ShortestText).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => new PlateCandidate(v.Key, v.Value / total))];
    }

    public void Dispose() => network.Dispose();

    private void Vote(Frame frame, PlateQuad quad)
    {
        CropWarp.Warp(frame, quad, network.Input(new Shape(1, CropWarp.Height, CropWarp.Width)));
        beam.Search(network.Run(), network.Output.Width, found);
        var most = double.NegativeInfinity;
        foreach (var (text, log) in found)
        {
            most = Math.Max(most, log + PlateFormats.Log(text));
        }

        var sum = found.Sum(f => Math.Exp(f.Log + PlateFormats.Log(f.Text) - most));
        foreach (var (text, log) in found)
        {
            votes[text] = votes.GetValueOrDefault(text) + (Math.Exp(log + PlateFormats.Log(text) - most) / sum);
        }
    }
}
