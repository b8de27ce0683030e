using System.Globalization;

namespace Transparency.Ingest.Delivery;

/// <summary>
/// How far the spool is delivered: one small file, replaced as a whole. It is not flushed: losing its last state means that some
/// records are delivered again, which the database recognises by their ids.
/// </summary>
internal sealed class Acknowledged
{
    private readonly string _path;

    public Acknowledged(string folder)
    {
        _path = Path.Combine(folder, "acknowledged");
        var words = File.Exists(_path) ? File.ReadAllText(_path).Split(' ') : [];
        if (words is [var segment, var offset]
            && long.TryParse(segment, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(offset, CultureInfo.InvariantCulture, out var at))
        {
            Position = new SpoolPosition(number, at);
        }
    }

    public SpoolPosition Position { get; private set; }

    public void Save(SpoolPosition position)
    {
        var temporary = _path + ".new";
        File.WriteAllText(temporary, string.Create(CultureInfo.InvariantCulture, $"{position.Segment} {position.Offset}"));
        File.Move(temporary, _path, overwrite: true);
        Position = position;
    }
}
