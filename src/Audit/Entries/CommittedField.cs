using Transparency.Audit.Merkle;

namespace Transparency.Audit.Entries;

/// <summary>A field of an entry as the public sees it: its name and the commitment to its value.</summary>
public readonly record struct CommittedField(string Name, Hash256 Commitment);
