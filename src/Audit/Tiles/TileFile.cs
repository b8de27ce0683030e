namespace Transparency.Audit.Tiles;

/// <summary>A tile or bundle and its bytes, as they are stored and served.</summary>
public sealed record TileFile(Tile Tile, byte[] Bytes);
