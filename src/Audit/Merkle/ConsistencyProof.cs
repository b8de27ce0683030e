namespace Transparency.Audit.Merkle;

/// <summary>Checks that a later tree only appended to an earlier one (RFC 6962 section 2.1.2; RFC 9162 section 2.1.4.2).</summary>
public static class ConsistencyProof
{
    /// <param name="proof">As RFC 6962 PROOF(m, D[n]); empty for equal sizes.</param>
    /// <returns>False also for an empty older tree: every tree follows it, so there is nothing to prove.</returns>
    public static bool Verify(TreeHead older, TreeHead newer, IReadOnlyList<Hash256> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (older.Size < 1 || older.Size > newer.Size)
        {
            return false;
        }
        if (older.Size == newer.Size)
        {
            return proof.Count == 0 && older.Root == newer.Root;
        }
        var (node, last) = (older.Size - 1, newer.Size - 1);
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }
        // Where the old tree is one full subtree of the new, the proof leaves its root out.
        var given = node > 0 ? 1 : 0;
        if (proof.Count < given)
        {
            return false;
        }
        var oldRoot = given == 1 ? proof[0] : older.Root;
        return Walk(oldRoot, node, last, proof, given, out var rebuiltOld, out var rebuiltNew)
            && rebuiltOld == older.Root
            && rebuiltNew == newer.Root;
    }

    private static bool Walk(
        Hash256 start, long node, long last, IReadOnlyList<Hash256> proof, int from, out Hash256 oldRoot, out Hash256 newRoot)
    {
        (oldRoot, newRoot) = (start, start);
        for (var i = from; i < proof.Count; i++)
        {
            if (last == 0)
            {
                return false;
            }
            if ((node & 1) == 1 || node == last)
            {
                oldRoot = TreeHash.Node(proof[i], oldRoot);
                newRoot = TreeHash.Node(proof[i], newRoot);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                newRoot = TreeHash.Node(newRoot, proof[i]);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0;
    }
}
