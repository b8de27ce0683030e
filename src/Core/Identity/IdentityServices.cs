using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Identity.Invitations;
using Transparency.Core.Identity.SecondFactors;
using Transparency.Core.Identity.Sessions;
using Transparency.Core.Identity.SetUp;

namespace Transparency.Core.Identity;

internal static class IdentityServices
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<UserStore>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SecondFactorStore>();
        services.AddSingleton<PasskeyStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<SealedSecret>();
        services.AddTransient<SignInLedger>();
        services.AddTransient<SignIn>();
        services.AddTransient<SignInWithCode>();
        services.AddTransient<SignInWithPasskey>();
        services.AddTransient<SignOut>();
        services.AddTransient<EndSessions>();
        services.AddTransient<EndIdleSessions>();
        services.AddTransient<LockSession>();
        services.AddTransient<AddUser>();
        services.AddTransient<ChangeAccount>();
        services.AddTransient<DisableUser>();
        services.AddTransient<EnableUser>();
        services.AddTransient<DisableLeavers>();
        services.AddTransient<InviteUser>();
        services.AddTransient<AcceptInvitation>();
        services.AddTransient<ChangePassword>();
        services.AddTransient<SetUpAuthenticator>();
        services.AddTransient<ConfirmAuthenticator>();
        services.AddTransient<RenewRecoveryCodes>();
        services.AddTransient<AddPasskey>();
        services.AddTransient<RemovePasskey>();
        services.AddTransient<RecordTraining>();
        services.AddTransient<AcknowledgePolicy>();
        services.AddTransient<SetUpCity>();
    }
}
