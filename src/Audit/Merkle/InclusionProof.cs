namespace Transparency.Audit.Merkle;

/// <summary>Checks that a leaf is in a tree (RFC 6962 section 2.1.1; the walk is RFC 9162 section 2.1.3.2).</summary>
public static class InclusionProof
{
    /// <param name="proof">Sibling hashes, the leaf's own sibling first.</param>
    /// <returns>False for every proof that does not lead exactly from the leaf at this index to the head's root.</returns>
    public static bool Verify(long index, Hash256 leaf, IReadOnlyList<Hash256> proof, TreeHead head)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= head.Size)
        {
            return false;
        }
        var (node, last, hash) = (index, head.Size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }
            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.Node(sibling, hash);
                // A node without a right sibling is carried up unchanged until it is a right child.
                while ((node & 1) == 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = TreeHash.Node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash == head.Root;
    }
}
