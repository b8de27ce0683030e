using System.Runtime.InteropServices;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>Unmanaged floats on a 64-byte boundary, zero at first, freed with the network that owns them.</summary>
internal sealed unsafe class FloatBuffer : IDisposable
{
    public FloatBuffer(long length)
    {
        Length = length;
        Start = (float*)NativeMemory.AlignedAlloc((nuint)(Math.Max(1, length) * sizeof(float)), 64);
        NativeMemory.Clear(Start, (nuint)(Math.Max(1, length) * sizeof(float)));
    }

    ~FloatBuffer() => Free();

    public float* Start { get; private set; }

    public long Length { get; }

    public Span<float> Span => new(Start, checked((int)Length));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }
}
