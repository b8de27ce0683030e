namespace Transparency.Ingest.Recognition.Pictures;

/// <summary>
/// A picture, or one sentence why there is none. <see cref="Scale"/>: how many pixels of the file one pixel of the frame stands for
/// (1 unless a huge picture was shrunk while decoding).
/// </summary>
public sealed record DecodedPicture(Frame? Frame, double Scale, string? Error)
{
    public static DecodedPicture Of(Frame frame, double scale = 1) => new(frame, scale, null);

    public static DecodedPicture Unreadable(string error) => new(null, 1, error);
}
