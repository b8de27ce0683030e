using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Transparency.Portal.Staff.Account;

/// <summary>
/// Notices when a circuit was left alone longer than a session may idle. The browser's script takes the page away by then; this holds
/// when the script does not. One instance a circuit; outside circuits it is never idle.
/// </summary>
public sealed class IdleCircuit(TimeProvider time) : CircuitHandler
{
    private DateTimeOffset _last = time.GetUtcNow();
    private TimeSpan _longest;

    /// <summary>Whether the circuit was ever idle for this long. Once idle it stays so: a new sign-in opens a new circuit.</summary>
    public bool WasIdleFor(TimeSpan limit) => _longest >= limit;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            var now = time.GetUtcNow();
            _longest = now - _last > _longest ? now - _last : _longest;
            _last = now;
            return next(context);
        };
}
