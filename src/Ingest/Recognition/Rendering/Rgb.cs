namespace Transparency.Ingest.Recognition.Rendering;

public readonly record struct Rgb(byte Red, byte Green, byte Blue);
