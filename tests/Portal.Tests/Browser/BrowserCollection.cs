using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests.Browser;

/// <summary>Browser tests run one after the other against one portal. Do not move its clock back; use people of your own for lockouts.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "browser";
}
